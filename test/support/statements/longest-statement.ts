import type { StatementContent } from '../../../domain/statements/statement-content.ts';
import type { StatementRendering } from '../../../domain/statements/rendering.ts';
import { dossierStatement } from './statement-content.ts';

/** Text of so many characters, no two neighbours alike. */
export const textOfLength = (length: number, letters: string): string =>
  [...letters.repeat(Math.ceil(length / [...letters].length))].slice(0, length).join('');

/** A statement whose fields are as long as the schemas of roster and sections let them be. */
export function longestStatement(letters: string, rendering: StatementRendering = 'zh'): StatementContent {
  const long = (length: number): string => textOfLength(length, letters);
  const { basics, destination, transfer } = dossierStatement();
  return dossierStatement({
    rendering,
    basics: {
      ...basics,
      name: long(60),
      school: long(60),
      major: long(100),
      homeRegion: '新疆维吾尔自治区巴音郭楞蒙古自治州巴音郭楞蒙古自治州和静县',
    },
    destination: {
      ...destination!,
      destination: '国家基层项目、地方基层项目及其他',
      entityName: long(100),
      entityRegion: '新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县',
    },
    transfer: {
      ...transfer!,
      unitName: long(100),
      unitRegion: `新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县${long(200)}`,
      contact: long(60),
      phone: '0991-12345678-123456',
    },
  });
}
