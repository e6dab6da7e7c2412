const identityNumber = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g;
const mobileNumber = /(?<![0-9A-Za-z.])1[3-9]\d{9}(?![0-9A-Za-z])/g;

/** Masks resident identity numbers and mobile numbers wherever they stand in a text: the last net below the others. */
export function maskIdentityNumbers(text: string): string {
  return text.replace(identityNumber, '[id number]').replace(mobileNumber, '[phone]');
}
