import { startThread } from '../../../infra/pdf/press-thread.ts';
import { shareTypeface } from '../../../infra/pdf/shared-typeface.ts';
import { createStatementPress } from '../../../infra/pdf/statement-press.ts';
import { dossierStatement } from '../../support/statements/statement-content.ts';

describe('the threads of the press', () => {
  it('R45 a thread that breaks down fails the statement that it was at, and says of the others that they were not begun', async () => {
    const thread = await startThread({ typeface: await shareTypeface(), signing: null });
    const results = [1, 2, 3].map(() => thread.run({ content: dossierStatement(), at: 0 }));
    expect([thread.waiting(), thread.isGone()]).toEqual([3, false]);
    await thread.end();
    expect(await Promise.all(results)).toEqual([
      { error: { code: 'RENDER_FAILED', message: 'a thread of the press has ended', characters: [] } },
      'NOT_BEGUN',
      'NOT_BEGUN',
    ]);
    expect([await thread.run({ content: dossierStatement(), at: 0 }), thread.isGone()]).toEqual(['NOT_BEGUN', true]);
  }, 60_000);

  it('R45 several statements before a thread come out each as its own', async () => {
    const press = await createStatementPress({ threads: 1, signing: null });
    const names = ['样例甲', '样例乙', '样例丙', '样例丁'];
    const { basics } = dossierStatement();
    const pdfs = await Promise.all(names.map((name) => press.print(dossierStatement({ basics: { ...basics, name } }), 0)));
    expect(new Set(pdfs.map((pdf) => Buffer.from(pdf).toString('latin1'))).size).toBe(names.length);
    const again = await press.print(dossierStatement({ basics: { ...basics, name: names[2]! } }), 0);
    expect(again.length).toBe(pdfs[2]!.length);
    await press.close();
    await expect(press.print(dossierStatement(), 0)).rejects.toMatchObject({ code: 'PRESS_ENDED' });
  }, 60_000);
});
