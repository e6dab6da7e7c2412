import { useCallback } from 'react';
import { provinces } from '../../domain/regions/regions.ts';
import { noValue, type Dimension } from '../../domain/statistics/figure.ts';
import { useCodes } from '../lists/use-codes.ts';
import { useSchool } from '../lists/use-school.ts';
import { useStatisticsWords } from './words.ts';

const lists = { LEVEL: 'education-levels', DESTINATION: 'destinations', INDUSTRY: 'industries', NATURE: 'employer-natures' } as const;

/** The values of a breakdown in words: codes by their lists, colleges and provinces by their names, everything else as it is. */
export function useValueNames(dimension: Dimension | undefined): (value: string) => string {
  const say = useStatisticsWords();
  const { data: school } = useSchool(dimension === 'COLLEGE');
  const codeOf = useCodes(dimension !== undefined && dimension in lists ? lists[dimension as keyof typeof lists] : 'destinations');
  return useCallback(
    (value) => {
      if (value === noValue) return say('unknown');
      if (dimension !== undefined && dimension in lists) return codeOf(value);
      if (dimension === 'REGION') return provinces().find(({ code }) => code === value)?.name ?? value;
      return dimension === 'COLLEGE' ? (school?.colleges.find(({ id }) => id === value)?.name ?? value) : value;
    },
    [say, dimension, codeOf, school],
  );
}
