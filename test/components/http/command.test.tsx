import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor, act } from '@testing-library/react';
import type { ReactNode } from 'react';
import { useCommand } from '../../../web/http/command.ts';
import { NoAnswerError, ProblemError } from '../../../web/http/problem.ts';

const around = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
);

const refusal = new ProblemError({
  type: '/problems/X',
  title: '',
  status: 409,
  detail: '',
  instance: '',
  code: 'X',
  words: { zh: '', en: '', detail: { zh: '', en: '' } },
});

/** A server that answers as told, in order, and remembers the keys that came. */
function serverThat(...answers: (Error | string)[]) {
  const keys: string[] = [];
  const send = (_input: { readonly text: string }, header: { readonly 'Idempotency-Key': string }) => {
    keys.push(header['Idempotency-Key']);
    const answer = answers.shift() ?? 'done';
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { keys, send };
}

describe('a write of the pages', () => {
  it('is repeated with its own key until an answer comes', async () => {
    const { keys, send } = serverThat(new NoAnswerError(), new NoAnswerError(), 'done');
    const { result } = renderHook(() => useCommand(send), { wrapper: around });
    act(() => result.current.mutate({ text: 'a' }));
    await waitFor(() => expect(result.current.data).toBe('done'), { timeout: 10_000 });
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(3);
  });

  it('that was refused is another write when it is tried again, and is not repeated by itself', async () => {
    const { keys, send } = serverThat(refusal, 'done');
    const { result } = renderHook(() => useCommand(send), { wrapper: around });
    act(() => result.current.mutate({ text: 'a' }));
    await waitFor(() => expect(result.current.error).toBe(refusal));
    expect(keys).toHaveLength(1);
    act(() => result.current.mutate({ text: 'a' }));
    await waitFor(() => expect(result.current.data).toBe('done'));
    expect(new Set(keys).size).toBe(2);
  });

  it('pressed twice before the answer is one write', async () => {
    const { keys, send } = serverThat('done', 'done');
    const { result } = renderHook(() => useCommand(send), { wrapper: around });
    act(() => {
      result.current.mutate({ text: 'a' });
      result.current.mutate({ text: 'a' });
    });
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    expect(new Set(keys).size).toBe(1);
  });
});
