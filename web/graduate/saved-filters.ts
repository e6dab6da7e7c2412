import { useState } from 'react';

interface Saved { readonly name: string; readonly search: string }

const storageKey = 'graduates:filters';
const most = 12;

/** Filters kept by name on this machine: ids, codes and classes as they stand in the address, nothing about anybody. */
export function useSavedFilters(): { readonly saved: readonly Saved[]; readonly save: (name: string, search: string) => void; readonly remove: (name: string) => void } {
  const [saved, setSaved] = useState(read);
  const keep = (next: readonly Saved[]) => { localStorage.setItem(storageKey, JSON.stringify(next)); setSaved(next); };
  const without = (name: string) => saved.filter((one) => one.name !== name);
  return { saved, save: (name, search) => keep([...without(name), { name, search }].slice(-most)), remove: (name) => keep(without(name)) };
}

function read(): readonly Saved[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one): one is Saved => typeof one === 'object' && one !== null && typeof (one as Saved).name === 'string' && typeof (one as Saved).search === 'string') : [];
  } catch {
    return [];
  }
}
