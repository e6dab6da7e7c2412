import { fireEvent, screen, waitFor } from '@testing-library/react';
import { SectionForm } from '../../../web/registration/section-form.tsx';
import { chooseLanguage } from '../../../web/text/language.ts';
import { ownGraduate } from '../support/own-graduate.ts';
import { serve, show, type Answers } from '../support/page.tsx';

const graduate = ownGraduate();
const address = `/api/graduates/${graduate.id}/sections/DESTINATION`;
const incomplete = {
  complete: false,
  differences: [],
  evidenceNeeded: false,
  evidenceExpected: null,
  returnsToUnconfirmed: false,
  numbersEnded: 0,
};
const done = { command: { id: graduate.id, status: 'DONE', ids: {} }, graduate: null };
const region = { within: null, regions: [] };
const answers: Answers = {
  [`POST ${address}/preview`]: () => ({ body: incomplete }),
  [`POST ${address}/submissions`]: () => ({ body: done }),
  'GET /api/regions': () => ({ body: region }),
};

beforeAll(() => chooseLanguage('zh'));
beforeEach(() => sessionStorage.clear());

const form = (more?: object) => show(<SectionForm graduate={ownGraduate(more)} section="DESTINATION" onDone={() => undefined} />);
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label, { exact: false }), { target: { value } });
const labels = () => [...document.querySelectorAll('form > div label')].map((label) => label.textContent);
const submit = () => fireEvent.click(screen.getByRole('button', { name: '提交审核' }));
const submissions = (asked: ReturnType<typeof serve>) => asked.filter(({ what }) => what.endsWith('/submissions'));

describe('the form of a section', () => {
  it('F2 F6 asks for what the category needs, and for the credit code unless the employer is the army or outside the mainland', () => {
    serve(answers);
    form();
    expect(labels()).toEqual(['毕业去向类别']);
    type('毕业去向类别', '70');
    expect(labels()).toEqual(['毕业去向类别', '去向子类 (选填)']);
    type('毕业去向类别', '80');
    expect(labels()).toContain('升学院校名称');
    type('毕业去向类别', '10');
    expect(labels()).toEqual(
      expect.arrayContaining(['就业单位名称', '单位性质', '单位行业', '工作职位类别', '单位所在地', '统一社会信用代码']),
    );
    type('单位性质', '40');
    expect(labels()).toContain('统一社会信用代码 (选填)');
  });

  it('focuses the first field that is wrong, says what each lacks, and sends nothing', async () => {
    const asked = serve(answers);
    form();
    type('毕业去向类别', '10');
    type('单位性质', '39');
    submit();
    expect((await screen.findAllByText('必填')).length).toBeGreaterThan(2);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('就业单位名称')));
    expect(document.activeElement?.getAttribute('aria-describedby')).toBe(screen.getAllByText('必填')[0]?.id);
    expect(submissions(asked)).toEqual([]);
  });

  it('sends what is shown and nothing that was typed for another category', async () => {
    const asked = serve(answers);
    form();
    type('毕业去向类别', '80');
    type('升学院校名称', '示例理工大学');
    type('毕业去向类别', '70');
    submit();
    await waitFor(() =>
      expect(submissions(asked)).toEqual([
        { what: `POST ${address}/submissions`, body: { content: { code: '70' }, evidenceIds: [], basedOn: null } },
      ]),
    );
    await waitFor(() => expect(sessionStorage.length).toBe(0));
  });

  it('gives back what had been typed, and says so', () => {
    serve(answers);
    const first = form();
    type('毕业去向类别', '80');
    type('升学院校名称', '示例理工大学');
    first.unmount();
    form();
    expect(screen.getByText('已恢复上次未提交的内容')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('升学院校名称').value).toBe('示例理工大学');
  });

  it('R14 begins from what was returned, with the reviewer’s words at the field', () => {
    serve(answers);
    const latest = {
      id: '01900000-0000-7000-8000-000000000002',
      intent: 'SET',
      source: 'GRADUATE',
      status: 'RETURNED',
      content: { code: '801', entityName: '示例研究院' },
      evidence: [],
      returned: { reason: 'OTHER', words: { zh: '其他', en: 'Other' }, text: '请写全称', fields: ['entityName'] },
    };
    const { sections } = ownGraduate();
    form({ sections: { ...sections, DESTINATION: { ...sections.DESTINATION, status: 'RETURNED', latest } } });
    expect(screen.getByLabelText<HTMLInputElement>('升学院校名称').value).toBe('示例研究院');
    expect(screen.getByLabelText('升学院校名称').closest('.field')?.nextElementSibling?.textContent).toBe('审核意见：请写全称');
  });

  it('shows at its field what the server refuses', async () => {
    const words = { zh: '内容含有不可见字符', en: 'The text contains an invisible character' };
    const problem = {
      type: '/problems/INVALID_REQUEST',
      title: '',
      status: 400,
      detail: '',
      instance: '',
      code: 'INVALID_REQUEST',
      words: { zh: '', en: '', detail: { zh: '内容有误', en: 'wrong' } },
      fields: [{ field: 'content.entityName', code: 'TEXT_INVISIBLE_CHARACTER', ...words }],
    };
    serve({ ...answers, [`POST ${address}/submissions`]: () => ({ status: 400, body: problem }) });
    form();
    type('毕业去向类别', '80');
    type('升学院校名称', '示例理工大学');
    submit();
    await waitFor(() => expect(screen.getByLabelText('升学院校名称').getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getAllByText(words.zh).length).toBeGreaterThan(0);
  });
});
