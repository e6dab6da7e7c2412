import { z } from 'zod';

// 15 and 18 characters are our numbers, 18 an ID number, 11 a telephone, 6 a postcode: none may travel by mail.
// Long Latin names have no digit.
const looksLikeNumber = /\d{6}|(?=[A-Za-z]{0,14}\d)[0-9A-Za-z]{15}/;
const looksLikeAddress = /@|:\/\//;

const plain = (maxLength: number) =>
  z
    .string()
    .min(1)
    .max(maxLength)
    .refine((text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text), { message: 'must not hold control or invisible characters' })
    .refine((text) => !looksLikeNumber.test(text) && !looksLikeAddress.test(text), {
      message: 'must not hold a number, an ID or an address',
    });

/** The name is all that a mail says about a person. */
export const PersonName = plain(100);

/** An instant or day as shown to people, formatted by the calendar (`2024-08-31 23:59:59`). */
export const ShownTime = z.string().regex(/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}(:\d{2})?)?$/);

/** A place as coarse as a city; never an address. */
export const ShownPlace = plain(40);

/** A desk of review, as in ReviewDesk. */
export const DeskParam = z.enum(['COLLEGE', 'SCHOOL']);

/** How many of something. */
export const CountParam = z.int().min(0);
