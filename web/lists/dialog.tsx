import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useListWords } from './words.ts';
import './lists.css';

/** The browser's own dialogue: it keeps the focus inside, closes by Escape and gives the focus back. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const say = useListWords();
  const heading = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      className="dialog"
      ref={box}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <button type="button" className="plain-button" onClick={onClose}>
          {say('close')}
        </button>
      </header>
      {children}
    </dialog>
  );
}
