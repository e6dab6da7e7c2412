import type { RequestHandler } from 'express';
import helmet from 'helmet';

const policyOf = (overHttps: boolean) => ({
  defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'"], connectSrc: ["'self'"],
  formAction: ["'self'"], frameAncestors: ["'none'"], baseUri: ["'none'"],
  ...(overHttps && { upgradeInsecureRequests: [] }),
});

/** Strict headers for every answer: nothing is loaded from elsewhere, nothing is framed, no address leaks in a referrer. */
export function createSecurityHeaders({ overHttps }: { overHttps: boolean }): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: policyOf(overHttps) },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: overHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
  });
}

/** For the application's document: components style themselves under this answer's nonce, and show what was just photographed. */
export function createPagePolicy({ overHttps, nonce }: { overHttps: boolean; nonce: string }): RequestHandler {
  const policy = policyOf(overHttps);
  return helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: { ...policy, styleSrc: [...policy.styleSrc, `'nonce-${nonce}'`], imgSrc: [...policy.imgSrc, 'blob:'] },
  });
}

/** Answers hold personal data: no cache keeps them. */
export const forbidStorage: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};
