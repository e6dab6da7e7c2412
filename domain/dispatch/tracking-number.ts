import { checkedText } from '../text/plain-text.ts';
import { narrow } from '../text/characters.ts';

/** 运单号 as couriers print it: letters and digits. */
export const TrackingNumber = checkedText(
  (text) => narrow(text).replace(/\s/g, '').toUpperCase(),
  (text) => {
    if (text === '') return 'REQUIRED';
    return /^[A-Z0-9-]{5,30}$/.test(text) ? undefined : 'CODE_UNKNOWN';
  },
).meta({ pattern: '^[A-Za-z0-9-]{5,30}$' });
