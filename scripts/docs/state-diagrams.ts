import { confirmationTransitions } from '../../domain/confirmation/status.ts';
import { dispatchTransitions } from '../../domain/dispatch/dispatch-status.ts';
import { basicCheckTransitions } from '../../domain/graduate/basic-information.ts';
import { grantTransitions } from '../../domain/grants/grant.ts';
import { exceptionTransitions } from '../../domain/registration/exceptions.ts';
import { submissionTransitions } from '../../domain/registration/transitions.ts';
import { transferNumberTransitions } from '../../domain/transfer-numbers/transfer-number.ts';

interface Machine {
  readonly title: string;
  readonly rules: string;
  readonly initial: readonly string[];
  readonly transitions: Readonly<Record<string, readonly string[]>>;
}

const machines: readonly Machine[] = [
  { title: 'Basic information', rules: 'R6', initial: ['PENDING'], transitions: basicCheckTransitions },
  {
    title: 'Submission of a section',
    rules: 'R14, R15, X26',
    initial: ['COLLEGE_REVIEW', 'SCHOOL_REVIEW'],
    transitions: submissionTransitions,
  },
  { title: 'Exception after the cutoff', rules: 'X7', initial: ['REQUESTED'], transitions: exceptionTransitions },
  { title: 'Confirmation', rules: 'R21, X17, X18', initial: ['NOT_REPORTED'], transitions: confirmationTransitions },
  { title: 'Grant', rules: 'R30, R31, R32', initial: ['ACTIVE'], transitions: grantTransitions },
  { title: 'Transfer number', rules: 'R38, R42', initial: ['ACTIVE'], transitions: transferNumberTransitions },
  { title: 'Dispatch of a file', rules: 'R61–R64, X16, X30', initial: ['PREPARED', 'KEPT_AT_SCHOOL'], transitions: dispatchTransitions },
];

function diagramOf({ title, rules, initial, transitions }: Machine): string {
  const arrows = Object.entries(transitions).flatMap(([from, targets]) =>
    targets.length === 0 ? [`  ${from} --> [*]`] : targets.map((to) => `  ${from} --> ${to}`),
  );
  return [
    `## ${title} (${rules})`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...initial.map((state) => `  [*] --> ${state}`),
    ...arrows,
    '```',
    '',
  ].join('\n');
}

/** The state diagrams as a page, made from the tables that decide; a test holds the page equal to this. */
export function stateDiagrams(): string {
  return [
    '# State diagrams',
    '',
    'Made by `node scripts/docs/write.ts` from the transition tables in `domain/`. Do not edit.',
    '',
    ...machines.map(diagramOf),
  ].join('\n');
}
