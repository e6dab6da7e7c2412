import { NoticeAudience } from '../../domain/notices/notice.ts';
import { Field } from '../lists/field.tsx';
import { problemOfField } from '../lists/field-problem.ts';
import type { TypedNotice } from './notice-draft.ts';
import { NoticeTargets } from './desk-notice-targets.tsx';
import { useNoticeWords } from './words.ts';

type Text = 'titleZh' | 'textZh' | 'titleEn' | 'textEn' | 'cohorts' | 'from' | 'until';
interface Props {
  readonly value: TypedNotice;
  readonly onChange: (value: TypedNotice) => void;
  readonly error: unknown;
}

export function NoticeFields({ value, onChange, error }: Props) {
  const say = useNoticeWords();
  const text = (name: Text) => ({
    value: value[name],
    onChange: ({ target }: { target: { value: string } }) => onChange({ ...value, [name]: target.value }),
  });
  const english = value.titleEn !== '' || value.textEn !== '';
  return (
    <>
      <Field label={say('titleZh')} problem={problemOfField(error, 'zh.title')}>
        <input required maxLength={100} {...text('titleZh')} />
      </Field>
      <Field label={say('textZh')} help={say('textHelp')} problem={problemOfField(error, 'zh.text')}>
        <textarea required rows={5} maxLength={5_000} {...text('textZh')} />
      </Field>
      <Field label={say('titleEn')} problem={problemOfField(error, 'en.title')}>
        <input lang="en" required={english} maxLength={100} {...text('titleEn')} />
      </Field>
      <Field label={say('textEn')} problem={problemOfField(error, 'en.text')}>
        <textarea lang="en" required={english} rows={3} maxLength={5_000} {...text('textEn')} />
      </Field>
      <Field label={say('audience')}>
        <select value={value.audience} onChange={({ target }) => onChange({ ...value, audience: target.value as NoticeAudience })}>
          {NoticeAudience.options.map((audience) => (
            <option key={audience} value={audience}>
              {say(audience)}
            </option>
          ))}
        </select>
      </Field>
      <NoticeTargets value={value} onChange={onChange} error={error} />
      <div className="toolbar">
        <Field label={say('from')} help={say('fromHelp')} problem={problemOfField(error, 'publishFrom')}>
          <input type="datetime-local" {...text('from')} />
        </Field>
        <Field label={say('until')} help={say('untilHelp')} problem={problemOfField(error, 'publishUntil')}>
          <input type="datetime-local" {...text('until')} />
        </Field>
        <label>
          <input type="checkbox" checked={value.pinned} onChange={({ target }) => onChange({ ...value, pinned: target.checked })} />{' '}
          {say('pinned')}
        </label>
      </div>
    </>
  );
}
