import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Strict headers for every answer: nothing is loaded from elsewhere, nothing is framed, no address leaks in a referrer. */
export function createSecurityHeaders({ overHttps }: { overHttps: boolean }): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...(overHttps && { upgradeInsecureRequests: [] }),
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: overHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
  });
}

/** Answers hold personal data: no cache keeps them. */
export const forbidStorage: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};
