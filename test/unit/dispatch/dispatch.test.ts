import { attentionOf } from '../../../domain/dispatch/attention.ts';
import { openSteps } from '../../../domain/dispatch/due-steps.ts';
import { DispatchStatus, dispatchTransitions, mayBecome } from '../../../domain/dispatch/dispatch-status.ts';
import { decodeReceiptToken, encodeReceiptToken } from '../../../domain/dispatch/receipt-token.ts';
import { formatSerial, printSerial, readSerial } from '../../../domain/dispatch/serial.ts';
import { isTrackingHeading, readTrackingRow } from '../../../domain/dispatch/tracking-sheet.ts';
import { nationalDefault } from '../../../domain/rule-packs/national-default.ts';
import { RulePack } from '../../../domain/rule-packs/rule-pack.ts';

describe('the serial', () => {
  it.each(['2027-0012', '2027-12', '转档字〔2027〕0012号', '转档字[2027]12号', '〔２０２７〕第１２号', ' 2027 - 12 '])(
    'R64 is read from %s',
    (text) => {
      expect(readSerial(text)).toEqual({ year: 2027, serial: 12 });
    },
  );
  it.each(['', '12', '2027', '2027-0', '2027-1234567', '27-12', '2027-x'])('R64 is not read from "%s"', (text) => {
    expect(readSerial(text)).toBeUndefined();
  });
  it('R64 is read as it is written, beyond four digits too', () => {
    for (const serial of [
      { year: 2027, serial: 1 },
      { year: 2027, serial: 12_345 },
    ])
      expect([readSerial(formatSerial(serial)), readSerial(printSerial(serial))]).toEqual([serial, serial]);
  });
});

describe('a file on its way', () => {
  const dayMs = 86_400_000;
  const sent = { status: 'SENT', sentAt: 0, remindedAt: null, lostCaseAt: null } as const;
  it('R63 is reminded of after 15 days and looked for after 45, or as the pack says', () => {
    expect(openSteps(sent, nationalDefault)).toEqual([
      { step: 'REMIND', at: 15 * dayMs },
      { step: 'LOST_CASE', at: 45 * dayMs },
    ]);
    expect(openSteps({ ...sent, remindedAt: 1 }, { dispatch: { remindDays: 10, lostDays: 30, clause: '省 1' } })).toEqual([
      { step: 'LOST_CASE', at: 30 * dayMs },
    ]);
  });
  it('R63 a pack that says nothing of dispatches keeps the days', () => {
    const { dispatch, ...older } = nationalDefault;
    expect(RulePack.parse(older).dispatch).toEqual(dispatch);
  });
  it.each(DispatchStatus.options.filter((status) => status !== 'SENT' && status !== 'REPORTED'))('R63 %s waits for nothing', (status) => {
    expect(openSteps({ ...sent, status }, nationalDefault)).toEqual([]);
  });
  it('R64 what left is never cancelled, and what arrived is done with', () => {
    expect(DispatchStatus.options.filter((from) => mayBecome(from, 'CANCELLED'))).toEqual(['PREPARED']);
    expect(dispatchTransitions.RECEIVED).toEqual([]);
  });

  const quiet = { numberLive: true, reminded: false, lostCase: false, newest: true };
  it.each([
    ['SENT', { numberLive: false, lostCase: true }, 'NUMBER_DEAD'],
    ['PREPARED', { numberLive: false }, 'NUMBER_DEAD'],
    ['RECEIVED', { numberLive: false }, undefined],
    ['SENT', { reminded: true }, 'OVERDUE'],
    ['SENT', { reminded: true, lostCase: true }, 'LOST_CASE'],
    ['REPORTED', {}, 'TO_CONFIRM'],
    ['RETURNED', {}, 'SEND_AGAIN'],
    ['RETURNED', { newest: false }, undefined],
    ['SENT', {}, undefined],
    ['CANCELLED', { numberLive: false }, undefined],
  ] as const)('X30 %s with %j asks for attention as %s', (status, looked, reason) => {
    expect(attentionOf({ ...quiet, status, ...looked })?.reason).toBe(reason);
  });
});

describe('the token of a slip', () => {
  const token = { keyId: 'k1', dispatchId: '01932b6e-0000-7abc-8def-0123456789ab' };
  it('R63 names a key and a dispatch, and nothing else', () => {
    expect(decodeReceiptToken(encodeReceiptToken(token))).toEqual(token);
    expect(decodeReceiptToken(Uint8Array.of(...encodeReceiptToken(token), 0))).toBeUndefined();
    expect(decodeReceiptToken(encodeReceiptToken(token).slice(0, -1))).toBeUndefined();
  });
});

describe('the courier’s sheet', () => {
  it('R62 is known by its headings', () => {
    expect([['学号', '运单号'], ['转档字', '快递单号', '收件人'], ['姓名', '运单号'], ['学号']].map(isTrackingHeading)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
  it.each([
    [
      { 学号: '0001', 运单号: ' ex 12345 ' },
      { trackingNumber: 'EX12345', serial: null, studentNo: '0001' },
    ],
    [
      { 转档字: '2027-3', 运单号: 1234567890123 },
      { trackingNumber: '1234567890123', serial: { year: 2027, serial: 3 }, studentNo: null },
    ],
    [{ 学号: '1', 运单号: 12345678901234567890 }, { problem: 'DIGITS_LOST' }],
    [{ 学号: '1', 运单号: '查无' }, { problem: 'TRACKING_NUMBER_WRONG' }],
    [{ 学号: null, 运单号: 'EX12345' }, { problem: 'NAMES_NO_FILE' }],
    [{ 转档字: '3', 运单号: 'EX12345' }, { problem: 'SERIAL_WRONG' }],
  ])('R62 %j is %j', (cells, row) => {
    expect(readTrackingRow(cells)).toEqual(row);
  });
});
