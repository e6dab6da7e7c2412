import { fireEvent, render, screen } from '@testing-library/react';
import { ReturnForm, type ReturnWords } from '../../../web/registration/return-form.tsx';
import { chooseLanguage } from '../../../web/text/language.ts';

beforeAll(() => chooseLanguage('zh'));
beforeEach(() => sessionStorage.clear());

function form(busy = false) {
  const sent: ReturnWords[] = [];
  let closed = 0;
  const view = render(
    <ReturnForm
      name="a"
      fields={['region', 'evidenceIds']}
      busy={busy}
      onSend={(words, forget) => {
        sent.push(words);
        forget();
      }}
      onClose={() => {
        closed += 1;
      }}
    />,
  );
  return { ...view, sent, closed: () => closed };
}
const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('the form of a return', () => {
  it('R14 begins at the reason, and sends reason, words and fields by Ctrl Enter', () => {
    const { sent } = form();
    expect(document.activeElement).toBe(screen.getByLabelText('退回原因'));
    fill('退回原因', 'WRONG_ADDRESS');
    fireEvent.click(screen.getByLabelText('所在地'));
    fill('给毕业生的说明', '地址有误');
    fireEvent.keyDown(screen.getByLabelText('给毕业生的说明'), { key: 'Enter', ctrlKey: true });
    expect(sent).toEqual([{ reason: 'WRONG_ADDRESS', text: '地址有误', fields: ['region'] }]);
    expect(sessionStorage.length).toBe(0);
  });

  it('R14 sends nothing without a reason, nor twice while the first is on its way', () => {
    const { sent, unmount } = form();
    fill('给毕业生的说明', '地址有误');
    fireEvent.submit(screen.getByRole('form'));
    expect(sent).toEqual([]);
    unmount();
    const busy = form(true);
    fill('退回原因', 'WRONG_ADDRESS');
    fireEvent.submit(screen.getByRole('form'));
    expect(busy.sent).toEqual([]);
  });

  it('closes by Escape and keeps what was typed for the next time', () => {
    const { closed, unmount } = form();
    fill('给毕业生的说明', '地址有误');
    fireEvent.keyDown(screen.getByLabelText('给毕业生的说明'), { key: 'Escape' });
    expect(closed()).toBe(1);
    unmount();
    form();
    expect(screen.getByLabelText<HTMLTextAreaElement>('给毕业生的说明').value).toBe('地址有误');
  });
});
