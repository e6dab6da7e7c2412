import type { StatementReference } from '../../domain/statements/messages.ts';
import { layOutStatement } from '../../domain/statements/statement-layout.ts';
import { statementText } from '../../domain/statements/statement-text.ts';
import { findMissingGlyphs } from '../pdf/font.ts';
import { findStatement, type StatementSource } from './find-statement.ts';

/** The characters for which a statement cannot be printed, each once; a worker tells only that there are some, since histories hold no names. */
export async function findUnprintable(source: StatementSource, reference: StatementReference): Promise<readonly string[]> {
  const { content } = await findStatement(source, reference);
  return findMissingGlyphs(statementText(layOutStatement(content)));
}
