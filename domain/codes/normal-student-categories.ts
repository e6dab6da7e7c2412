// A provincial platform's dictionary.
import { codeList } from './code-list.ts';

/** 师范生类别. */
export const normalStudentCategories = codeList([
  { code: '1', zh: '普通师范生', en: 'Ordinary student of teacher education' },
  { code: '2', zh: '非师范生', en: 'Not in teacher education' },
]);
