import { useOutletContext } from 'react-router';
import { Stage } from '../../domain/lifecycle/stage.ts';
import { stageWords } from '../../domain/lifecycle/stage-words.ts';
import { mayDo, type Me } from '../access/me.ts';
import { Field } from '../lists/field.tsx';
import { problemOfField } from '../lists/field-problem.ts';
import { useSchool } from '../lists/use-school.ts';
import { useBilingual } from '../text/words.ts';
import { Choices } from './desk-choices.tsx';
import type { TypedNotice } from './notice-draft.ts';
import { NoticeSchools } from './desk-notice-schools.tsx';
import { useNoticeWords } from './words.ts';

interface Props {
  readonly value: TypedNotice;
  readonly onChange: (value: TypedNotice) => void;
  readonly error: unknown;
}

/** Whom it concerns, as far as its audience can be cut. */
export function NoticeTargets({ value, onChange, error }: Props) {
  const say = useNoticeWords();
  const inWords = useBilingual();
  const ofSchool = mayDo(useOutletContext<Me>(), { resource: 'school', action: 'read' });
  if (value.audience === 'EVERYONE') return null;
  return (
    <>
      {ofSchool ? (
        <Colleges value={value} onChange={onChange} />
      ) : (
        <NoticeSchools
          chosen={value.schools}
          problem={problemOfField(error, 'schoolIds')}
          onChange={(schools) => onChange({ ...value, schools })}
        />
      )}
      {value.audience !== 'STAFF' && (
        <>
          <Field label={say('cohorts')} problem={problemOfField(error, 'cohorts')}>
            <input
              pattern="\s*(\d{4}([,，\s]+|$))*"
              value={value.cohorts}
              onChange={({ target }) => onChange({ ...value, cohorts: target.value })}
            />
          </Field>
          <Choices
            legend={say('stages')}
            options={Stage.options.map((stage) => ({ value: stage, words: inWords(stageWords[stage]) }))}
            chosen={value.stages}
            onChange={(stages) => onChange({ ...value, stages })}
          />
        </>
      )}
    </>
  );
}

function Colleges({ value, onChange }: Omit<Props, 'error'>) {
  const say = useNoticeWords();
  const { data } = useSchool();
  return (
    <Choices
      legend={say('colleges')}
      options={data?.colleges.map(({ id, name }) => ({ value: id, words: name })) ?? []}
      chosen={value.collegeIds}
      onChange={(collegeIds) => onChange({ ...value, collegeIds })}
    />
  );
}
