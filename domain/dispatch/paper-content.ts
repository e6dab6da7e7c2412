import type { DispatchOffice, DispatchTarget } from './dispatch-content.ts';
import type { Checklist } from './checklist.ts';
import type { DispatchPaper } from './messages.ts';
import type { DispatchSerial } from './serial.ts';

/** What all three papers say (R61–R63, R64). */
export interface PaperSubject extends DispatchSerial {
  readonly schoolName: string;
  readonly name: string;
  readonly target: DispatchTarget;
  readonly office: DispatchOffice;
  readonly volumes: number;
  /** Day on which it left, or null while it is only prepared. */
  readonly sentOn: string | null;
  readonly specimen: boolean;
}

/** What only the slip says, since it lies in the sealed file and the graduate never reads it (R36, R62, R64). */
export interface SlipDetails {
  readonly documentName: string;
  readonly idNumber: string;
  /** 转递编号, in groups. */
  readonly transferNumber: string;
  readonly originRegion: string;
  readonly phone: string;
  readonly checklist: Checklist;
  /** Address of the receipt's page with its token in the fragment. */
  readonly qrContent: string;
}

export type PaperContent = PaperSubject & ({ readonly paper: Exclude<DispatchPaper, 'slip'> } | ({ readonly paper: 'slip' } & SlipDetails));
