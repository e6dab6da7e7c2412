import { createRepeatedRows } from '../../../domain/roster/repeated-rows.ts';
import type { RosterRow } from '../../../domain/roster/roster-row.ts';
import { parse } from './roster-cells.ts';

function rowWith(cells: Parameters<typeof parse>[0]): RosterRow {
  const { row } = parse(cells);
  if (row === null) throw new Error('the row is wrong');
  return row;
}

describe('rows of one file that repeat each other', () => {
  it('name the earlier row and never the number', () => {
    const rows = createRepeatedRows();
    expect(rows.check(4, rowWith({}))).toEqual([]);
    expect(
      rows.check(5, rowWith({ studentNo: 'S2', candidateNo: '23110105000002', idNumber: '110101199003072359', gender: '男' })),
    ).toEqual([]);
    expect(rows.check(6, rowWith({}))).toEqual([
      { column: '学号', field: 'studentNo', value: '#4', code: 'STUDENT_NO_REPEATED', severity: 'ERROR' },
      { column: '考生号', field: 'candidateNo', value: '#4', code: 'CANDIDATE_NO_REPEATED', severity: 'ERROR' },
      { column: '身份证号', field: 'idNumber', value: '#4', code: 'PERSON_REPEATED', severity: 'ERROR' },
    ]);
  });

  it('are the same person under two student numbers', () => {
    const rows = createRepeatedRows();
    rows.check(4, rowWith({}));
    expect(rows.check(9, rowWith({ studentNo: 'S9', candidateNo: '23110105000009' })).map(({ code, value }) => [code, value])).toEqual([
      ['PERSON_REPEATED', '#4'],
    ]);
  });

  it('are not a passport and an identity card that share a number', () => {
    const rows = createRepeatedRows();
    rows.check(4, rowWith({ idType: '护照', idNumber: 'E12345678' }));
    expect(rows.check(5, rowWith({ idType: '通行证', idNumber: '12345678', studentNo: 'S5', candidateNo: '23110105000005' }))).toEqual([]);
  });
});
