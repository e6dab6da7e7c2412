import { maskEmail, maskIdentityNumber, maskPhone } from '../../../domain/access/masking.ts';

describe('masking (F7)', () => {
  it.each([
    ['11010520000101001X', '110105********001X'],
    ['E12345678', 'E1*****78'],
    ['1234', '****'],
  ])('of the document number %s shows %s', (number, shown) => {
    expect(maskIdentityNumber(number)).toBe(shown);
  });

  it.each([
    ['13812348000', '138****8000'],
    ['010-12345678', '010*****5678'],
    ['1234567', '*******'],
  ])('of the telephone %s shows %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown);
  });

  it.each([
    ['zhang.san@example.com', 'z***@example.com'],
    ['@example.com', '************'],
  ])('of the address %s shows %s', (email, shown) => {
    expect(maskEmail(email)).toBe(shown);
  });
});
