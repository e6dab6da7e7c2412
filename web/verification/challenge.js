import { sha256 } from '@noble/hashes/sha2.js';
import { findSolution } from '../../domain/verification/challenge.ts';

const tries = 4_000;

/** Solves what the server asks for when it is busy, about a second, letting the page breathe in between. */
export async function solve({ text, bits }) {
  for (let from = 0; ; from += tries) {
    const counter = findSolution(sha256, text, bits, from, tries);
    if (counter !== undefined) return { challenge: text, counter };
    await new Promise((resolve) => setTimeout(resolve));
  }
}
