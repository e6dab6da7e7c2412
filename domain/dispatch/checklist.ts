import { z } from 'zod';
import { plainText } from '../text/plain-text.ts';

/** 档案所列目录清单 (R62): what lies in the file, and how many of each. */
export const Checklist = z
  .array(z.strictObject({ item: plainText(1, 60), count: z.int().min(1).max(99) }))
  .min(1)
  .max(30);
export type Checklist = z.infer<typeof Checklist>;

/** What a graduate's file usually holds; the school changes it file by file. */
export const defaultChecklist: Checklist = [
  { item: '高中档案', count: 1 },
  { item: '高校毕业生登记表', count: 1 },
  { item: '学生成绩登记表', count: 1 },
  { item: '授予学位决议', count: 1 },
  { item: '毕业生体检表', count: 1 },
  { item: '入党（团）材料', count: 1 },
];
