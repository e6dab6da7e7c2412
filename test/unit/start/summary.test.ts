import { renderSummary } from '../../../scripts/start/summary.ts';
import { renderTable } from '../../../scripts/text-table.ts';

describe('the summary of npm start', () => {
  const text = renderSummary({
    publicUrl: 'http://127.0.0.1:3000',
    temporalUiUrl: 'http://127.0.0.1:8233',
    namespace: 'quxiang',
    mailUrl: 'http://127.0.0.1:1080',
    issuer: 'http://127.0.0.1:9000',
    databaseAddress: '127.0.0.1:25432',
    dataFolder: '/data',
    accounts: [{ role: 'GRADUATE', name: '张样例', user: 'zhang', password: 'sample-1', signIn: 'provider' }],
  });

  it('shows every address, every person and three things to try', () => {
    for (const part of [
      'http://127.0.0.1:3000/api/docs',
      'http://127.0.0.1:8233/namespaces/quxiang/workflows',
      'http://127.0.0.1:1080',
      'http://127.0.0.1:9000',
      '/data',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/GRADUATE\s+张样例\s+zhang\s+sample-1\s+OpenID/);
    expect(text.match(/^ {2}[123]\. /gm)).toHaveLength(3);
  });

  it('X10 says that it is not the official service', () => {
    expect(text).toContain('Sample data only; not the official service.');
  });
});

describe('renderTable', () => {
  it('keeps columns straight where characters are two wide', () => {
    const columns = renderTable(
      ['a', 'b'],
      [
        ['张𬭎', 'x'],
        ['ab', 'y'],
      ],
    )
      .split('\n')
      .map((line) => line.trimEnd());
    expect(columns).toEqual(['  a      b', '  ────   ─', '  张𬭎   x', '  ab     y']);
  });
});
