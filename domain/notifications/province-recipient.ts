/** A province has a code and no id; its inbox goes by an id made of the code, which nothing else can have. */
export const provinceRecipient = (provinceCode: string): string => `00000000-0000-0000-0000-000000${provinceCode}`;
