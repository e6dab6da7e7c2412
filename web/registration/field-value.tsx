import { useCodes } from '../lists/use-codes.ts';
import { useReviewWords } from './desk-words.ts';
import { RegionName } from './region-name.tsx';

const lists = {
  code: 'destinations',
  subtype: 'destination-subtypes',
  industry: 'industries',
  nature: 'employer-natures',
  jobCategory: 'job-categories',
  type: 'transfer-types',
} as const;
type CodedField = keyof typeof lists;

/** A value of a section as people read it: codes and regions by their names. */
export function FieldValue({ field, value }: { readonly field: string; readonly value: unknown }) {
  const say = useReviewWords();
  if (typeof value !== 'string' || value === '') return <span className="soft">{say('none')}</span>;
  if (field in lists) return <CodeName field={field as CodedField} code={value} />;
  if (field === 'region' || field === 'entityRegion') return <RegionName code={value} />;
  return <>{value}</>;
}

function CodeName({ field, code }: { readonly field: CodedField; readonly code: string }) {
  const nameOf = useCodes(lists[field]);
  return (
    <>
      {nameOf(code)} <span className="soft">({code})</span>
    </>
  );
}
