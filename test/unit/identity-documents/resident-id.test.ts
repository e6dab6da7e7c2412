import fc from 'fast-check';
import { addDays } from '../../../domain/calendar/date-arithmetic.ts';
import { checkIdentityNumber, hasBirthDate } from '../../../domain/identity-documents/check-identity-number.ts';
import {
  birthDateOf,
  checkResidentId,
  checkResidencePermit,
  genderOf,
  residentIdCheckDigit,
} from '../../../domain/identity-documents/resident-id.ts';
import { idRegionStatus } from '../../../domain/regions/id-regions.ts';

const context = { regionStatus: idRegionStatus, today: '2024-06-01' };
const withCheckDigit = (first17: string) => first17 + residentIdCheckDigit(first17);

const numbers = fc
  .tuple(
    fc.constantFrom('110105', '320102', '110103', '310119', '500383', '659001'),
    fc.integer({ min: 0, max: 45_000 }).map((days) => addDays('1901-01-01', days).replaceAll('-', '')),
    fc.integer({ min: 0, max: 999 }).map((order) => String(order).padStart(3, '0')),
  )
  .map((parts) => withCheckDigit(parts.join('')));

describe('居民身份证 (GB 11643)', () => {
  it('F6 the published example is right', () => {
    expect(checkResidentId('11010519491231002X', context)).toEqual({ ok: true, value: '11010519491231002X' });
  });

  it.each([
    ['110105194912310021', 'ID_CHECK_DIGIT'],
    ['11010519491231002', 'ID_LENGTH'],
    ['110105491231002', 'ID_LENGTH'],
    ['', 'ID_LENGTH'],
    ['11010519491231OO2X', 'ID_CHARACTER'],
    ['1101051949123100X2', 'ID_CHARACTER'],
    [withCheckDigit('11010520230229001'), 'ID_DATE_IMPOSSIBLE'],
    [withCheckDigit('11010520230431001'), 'ID_DATE_IMPOSSIBLE'],
    [withCheckDigit('11010520231301001'), 'ID_DATE_IMPOSSIBLE'],
    [withCheckDigit('11010518991231001'), 'ID_DATE_IMPOSSIBLE'],
    [withCheckDigit('11010520240602001'), 'ID_DATE_FUTURE'],
    [withCheckDigit('99010519491231002'), 'ID_REGION_UNKNOWN'],
    [withCheckDigit('00000019491231002'), 'ID_REGION_UNKNOWN'],
    [withCheckDigit('71010119491231002'), 'ID_REGION_UNKNOWN'],
    [withCheckDigit('81000019990101001'), 'ID_TYPE_MISMATCH'],
  ])('F6 refuses %s with %s', (text, problem) => {
    expect(checkResidentId(text, context)).toEqual({ ok: false, problem });
  });

  it('accepts someone born today', () => {
    expect(checkResidentId(withCheckDigit('11010520240601001'), context).ok).toBe(true);
  });

  it('F6 accepts retired regions, and those founded and abolished between the lists', () => {
    for (const region of ['110103', '310119', '440681']) {
      expect(checkResidentId(withCheckDigit(`${region}20020315001`), context)).toMatchObject({ ok: true });
    }
  });

  it.each([
    '11010519491231002x',
    '１１０１０５１９４９１２３１００２Ｘ',
    ' 110105 19491231 002X ',
    '110105-19491231-002x',
    '\uFEFF11010519491231002X',
  ])('reads %j as the one number', (text) => expect(checkResidentId(text, context)).toEqual({ ok: true, value: '11010519491231002X' }));

  it('F6 every wrong digit and every swap of neighbours is refused', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(checkResidentId(number, { ...context, today: '2999-01-01' })).toEqual({ ok: true, value: number });
        for (let position = 0; position < 18; position += 1) {
          for (const digit of '0123456789X') {
            if (digit === number[position]) continue;
            expect(checkResidentId(number.slice(0, position) + digit + number.slice(position + 1), context).ok).toBe(false);
          }
          const [left, right] = [number[position]!, number[position + 1]];
          if (right === undefined || left === right) continue;
          expect(checkResidentId(number.slice(0, position) + right + left + number.slice(position + 2), context).ok).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('holds date of birth and gender', () => {
    expect(birthDateOf('11010519491231002X')).toBe('1949-12-31');
    expect(genderOf('11010519491231002X')).toBe('2');
    expect(genderOf(withCheckDigit('11010519491231003'))).toBe('1');
  });
});

describe('other documents (X22)', () => {
  const permit = withCheckDigit('83000019990101001');

  it.each(['81', '82', '83'])('X22 港澳台居民居住证 begins with %s0000', (head) => {
    const number = withCheckDigit(`${head}000019990101001`);
    expect(checkResidencePermit(number, context)).toEqual({ ok: true, value: number });
  });

  it.each([
    ['11010519491231002X', 'ID_TYPE_MISMATCH'],
    [permit.slice(0, 17), 'ID_LENGTH'],
    [withCheckDigit('83000020230229001'), 'ID_DATE_IMPOSSIBLE'],
    [withCheckDigit('84000019990101001'), 'ID_TYPE_MISMATCH'],
    [permit.slice(0, 17) + (permit.endsWith('0') ? '1' : '0'), 'ID_CHECK_DIGIT'],
  ])('X22 refuses %s as 港澳台居民居住证 with %s', (text, problem) => {
    expect(checkResidencePermit(text, context)).toEqual({ ok: false, problem });
  });

  it.each([
    ['H12345678', 'H12345678'],
    ['m 12345678', 'M12345678'],
    ['H1234567801', 'H1234567801'],
    ['01234567', '01234567'],
    ['0123456789(B)', '0123456789B'],
    ['０１２３４５６７８９（Ｂ）', '0123456789B'],
    ['0123456789', '0123456789'],
  ])('X22 reads the 通行证 %s', (text, value) => {
    expect(checkIdentityNumber('TRAVEL_PERMIT', text, context)).toEqual({ ok: true, value });
  });

  it.each(['', 'H1234567', 'X12345678', 'H123456780', '123456789', '张三'])('X22 refuses the 通行证 %j', (text) => {
    expect(checkIdentityNumber('TRAVEL_PERMIT', text, context)).toEqual({ ok: false, problem: 'PERMIT_FORMAT' });
  });

  it.each([
    ['E12345678', 'E12345678'],
    ['ea1234567', 'EA1234567'],
    ['G 1234 5678', 'G12345678'],
    ['C01X0006H', 'C01X0006H'],
    ['123456789', '123456789'],
  ])('X22 reads the 护照 %s', (text, value) => expect(checkIdentityNumber('PASSPORT', text, context)).toEqual({ ok: true, value }));

  it.each(['', 'PASSPORT', 'E123', 'ABCDEF123', '1234567890123456', 'E1234567号'])('X22 refuses the 护照 %j', (text) => {
    expect(checkIdentityNumber('PASSPORT', text, context)).toEqual({ ok: false, problem: 'PASSPORT_FORMAT' });
  });

  it('X22 each type has its own rules', () => {
    expect(checkIdentityNumber('RESIDENT_ID', '11010519491231002X', context).ok).toBe(true);
    expect(checkIdentityNumber('HMT_RESIDENCE', permit, context)).toEqual({ ok: true, value: permit });
    expect(() => checkIdentityNumber('OTHER' as 'PASSPORT', 'E12345678', context)).toThrow('unexpected value: OTHER');
  });

  it('only two types hold a date of birth', () => {
    expect((['RESIDENT_ID', 'HMT_RESIDENCE', 'TRAVEL_PERMIT', 'PASSPORT'] as const).map(hasBirthDate)).toEqual([true, true, false, false]);
  });
});
