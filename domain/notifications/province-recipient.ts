/** A province has a code and no id; its inbox goes by a UUID of our own making (RFC 9562, version 8) that ends with the code. */
export const provinceRecipient = (provinceCode: string): string => `00000000-0000-8000-8000-000000${provinceCode}`;
