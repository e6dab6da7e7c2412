import { destinations } from '../codes/destinations.ts';
import { employerNatures } from '../codes/employer-natures.ts';
import { educationLevels } from '../codes/education-levels.ts';
import { genders } from '../codes/genders.ts';
import { industries } from '../codes/industries.ts';
import { transferTypes } from '../codes/transfer-types.ts';
import { formatInstant } from '../calendar/shanghai.ts';
import type { StatementKind } from '../grants/grant.ts';
import { knownRegionName } from '../regions/id-regions.ts';
import type { SectionContent } from '../registration/section.ts';

/** 编号是否生成和更新的状态 (R41): never made; live; dead by a key change and to be made anew (R38); its service over. */
export const numberStates = ['NONE', 'CURRENT', 'STALE', 'ENDED'] as const;
export type NumberState = (typeof numberStates)[number];

const stateWords: Record<NumberState, string> = {
  NONE: '未生成',
  CURRENT: '有效',
  STALE: '信息已更新，编号失效，需重新生成',
  ENDED: '服务期已结束',
};

/** A row of the transfer lists (R40, R43). */
export interface TransferListRow {
  readonly graduateId: string;
  readonly name: string;
  readonly studentNo: string;
  readonly candidateNo: string;
  readonly gender: string;
  readonly educationLevel: string;
  readonly major: string;
  readonly college: string | null;
  readonly className: string | null;
  readonly graduatedAt: string;
  readonly originRegion: string;
  readonly destination: SectionContent | null;
  readonly transfer: SectionContent | null;
  readonly state: NumberState;
  readonly updatedAt: number | null;
  /** The 转递编号 while it is live, for those who may see it (R36). */
  readonly transferNumber: string | null;
}

export interface Column {
  readonly heading: string;
  readonly value: (row: TransferListRow) => string;
}

const text = (content: SectionContent | null, field: string): string => (typeof content?.[field] === 'string' ? content[field] : '');
interface Named {
  find(code: string): { readonly zh: string } | undefined;
}
/** Codes with their names: `80 升学`. What is not in the list is shown as it is. */
const named = (list: Named, code: string): string => (code === '' ? '' : [code, list.find(code)?.zh].filter(Boolean).join(' '));
const region = (code: string): string => (code === '' ? '' : [code, knownRegionName(code)].filter(Boolean).join(' '));

const basics: readonly Column[] = [
  { heading: '姓名', value: ({ name }) => name },
  { heading: '学号', value: ({ studentNo }) => studentNo },
  { heading: '考生号', value: ({ candidateNo }) => candidateNo },
  { heading: '性别', value: ({ gender }) => named(genders, gender) },
  { heading: '学历', value: ({ educationLevel }) => named(educationLevels, educationLevel) },
  { heading: '院系', value: ({ college }) => college ?? '' },
  { heading: '专业', value: ({ major }) => major },
  { heading: '班级', value: ({ className }) => className ?? '' },
  { heading: '毕业时间', value: ({ graduatedAt }) => graduatedAt },
  { heading: '生源所在地', value: ({ originRegion }) => region(originRegion) },
  { heading: '毕业去向', value: ({ destination }) => named(destinations, text(destination, 'code')) },
  { heading: '单位名称', value: ({ destination }) => text(destination, 'entityName') },
  { heading: '统一社会信用代码', value: ({ destination }) => text(destination, 'creditCode') },
  { heading: '单位行业', value: ({ destination }) => named(industries, text(destination, 'industry')) },
  { heading: '单位性质', value: ({ destination }) => named(employerNatures, text(destination, 'nature')) },
  { heading: '单位所在地', value: ({ destination }) => region(text(destination, 'entityRegion')) },
];

const dossier: readonly Column[] = [
  { heading: '档案转递类型', value: ({ transfer }) => named(transferTypes, text(transfer, 'type')) },
  { heading: '档案转递单位名称', value: ({ transfer }) => text(transfer, 'unitName') },
  { heading: '档案转递单位所在地', value: ({ transfer }) => region(text(transfer, 'region')) },
  { heading: '档案转递单位地址', value: ({ transfer }) => text(transfer, 'address') },
  { heading: '邮编', value: ({ transfer }) => text(transfer, 'postcode') },
  { heading: '联系人', value: ({ transfer }) => text(transfer, 'contact') },
  { heading: '联系电话', value: ({ transfer }) => text(transfer, 'phone') },
];

const hukou: readonly Column[] = [
  { heading: '户口迁移类型', value: ({ transfer }) => named(transferTypes, text(transfer, 'type')) },
  { heading: '户口迁移所在地', value: ({ transfer }) => region(text(transfer, 'region')) },
  { heading: '户口迁移单位', value: ({ transfer }) => text(transfer, 'unitName') },
];

const numbers: readonly Column[] = [
  { heading: '转递编号', value: ({ transferNumber }) => transferNumber ?? '' },
  { heading: '编号状态', value: ({ state }) => stateWords[state] },
  { heading: '编号更新时间', value: ({ updatedAt }) => (updatedAt === null ? '' : formatInstant(updatedAt)) },
];

/** 基本信息、去向信息、档案/户口信息和转递编号信息 (R40), in the order of the file. */
export const transferListColumns = (kind: StatementKind): readonly Column[] => [
  ...basics,
  ...(kind === 'DOSSIER' ? dossier : hukou),
  ...numbers,
];
