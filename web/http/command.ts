import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import type { components } from '../../generated/openapi.ts';
import { answerOf, api } from './client.ts';
import { isPassing, ProblemError, statusOf } from './problem.ts';

export type CommandReply = components['schemas']['CommandReply'];
/** Goes with each command; what is sent twice with one key is done once. */
export type CommandHeader = Readonly<Record<'Idempotency-Key', string>>;

const repeats = 8;
const longestWaitMs = 15_000;

export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * A write that is not lost on a bad network: it is repeated with the same key until an answer has come, and a second press
 * with the same content is the same write. `isPaused` means that it waits for the network.
 */
export function useCommand<V, R>(
  send: (input: V, header: CommandHeader) => Promise<R>,
  onDone?: (reply: R, input: V) => void,
): UseMutationResult<R, Error, V> {
  const pending = useRef<{ readonly content: string; readonly key: string }>(undefined);
  const keyFor = (input: V): string => {
    const content = JSON.stringify(input) ?? '';
    if (pending.current?.content !== content) pending.current = { content, key: newKey() };
    return pending.current.key;
  };
  return useMutation<R, Error, V>({
    mutationFn: (input) => send(input, { 'Idempotency-Key': keyFor(input) }),
    retry: (count, error) => isPassing(error) && count < repeats,
    retryDelay: (count) => Math.min(longestWaitMs, 500 * 2 ** count),
    onSuccess: (reply, input) => {
      pending.current = undefined;
      onDone?.(reply, input);
    },
    onError: (error) => {
      if (!isPassing(error)) pending.current = undefined;
    },
  });
}

/** A command about one graduate-year; afterwards the pages show the record as it then stands. */
export function useGraduateCommand<V>(
  graduateId: string,
  send: (input: V, header: CommandHeader) => Promise<CommandReply>,
  onDone?: (reply: CommandReply, input: V) => void,
): UseMutationResult<CommandReply, Error, V> {
  const cache = useQueryClient();
  // A refusal often means that the record is not what the page shows.
  const showAnew = (): void => void cache.invalidateQueries({ queryKey: ['graduate', graduateId] });
  return useCommand<V, CommandReply>(
    async (input, header) => {
      try {
        return await settled(await send(input, header));
      } catch (error) {
        if (statusOf(error) === 409) showAnew();
        throw error;
      }
    },
    (reply, input) => {
      if (reply.graduate) cache.setQueryData(['graduate', graduateId], reply.graduate);
      void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
      onDone?.(reply, input);
    },
  );
}

const lookAgainMs = 1_000;

/** Waits for a command that was accepted and not yet applied. */
async function settled(reply: CommandReply): Promise<CommandReply> {
  if (reply.command.status === 'DONE') return reply;
  const { id } = reply.command;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    const command = await answerOf(api.GET('/api/commands/{id}', { params: { path: { id } } }));
    if (!command.outcome) continue;
    const { code, words, clause, ids } = command.outcome;
    if (!words) return { command: { id, status: 'DONE', ids }, graduate: null };
    throw new ProblemError({
      type: `/problems/${code}`,
      title: words.zh,
      status: 409,
      detail: words.zh,
      instance: '',
      code,
      words: { ...words, detail: words },
      ...(clause !== null && { clause }),
    });
  }
}
