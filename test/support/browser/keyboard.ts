import type { FileChooser, Locator, Page } from 'playwright-core';

const mostStops = 120;

/** What somebody without a mouse does. Each stop on the way must show where the focus is. */
export interface Keyboard {
  /** Presses Tab until the element has the focus. Throws after a long round without it, and for a stop that shows no focus. */
  to(target: Locator): Promise<void>;
  /** Goes to it and presses Enter. */
  press(target: Locator): Promise<void>;
  type(target: Locator, text: string): Promise<void>;
  /** By the arrow keys, as a list that stays closed takes them. */
  choose(target: Locator, value: string): Promise<void>;
  /** Opens the dialogue for a file. */
  pickFile(target: Locator): Promise<FileChooser>;
}

// A file input lies invisible over its label, which shows the focus for it.
const showsFocus = `(() => {
  const stop = document.activeElement.closest('.file-button') ?? document.activeElement;
  return stop === document.body || getComputedStyle(stop).outlineStyle !== 'none';
})()`;

export function keyboardOf(page: Page): Keyboard {
  const { keyboard } = page;
  // The browser hands dialogues over while somebody listens, and on a busy machine learns of it after a key that opens one.
  page.on('filechooser', () => undefined);
  const to = async (target: Locator): Promise<void> => {
    await target.waitFor({ state: 'attached' });
    for (let stop = 0; stop < mostStops; stop += 1) {
      if (await target.evaluate((element) => element.matches(':focus'))) return;
      await keyboard.press('Tab');
      if (!(await page.evaluate<boolean>(showsFocus)))
        throw new Error(`no focus is shown on ${await page.evaluate<string>('document.activeElement.outerHTML.slice(0, 200)')}`);
    }
    throw new Error(`the keyboard does not reach ${String(target)}`);
  };
  return {
    to,
    press: async (target) => {
      await to(target);
      await keyboard.press('Enter');
    },
    type: async (target, text) => {
      await to(target);
      await keyboard.press('Control+A');
      await keyboard.insertText(text);
    },
    choose: async (target, value) => {
      await to(target);
      await keyboard.press('Home');
      const values = await target.locator('option').evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''));
      for (let place = 0; place < values.indexOf(value); place += 1) await keyboard.press('ArrowDown');
    },
    pickFile: async (target) => {
      await to(target);
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keyboard.press('Enter')]);
      return chooser;
    },
  };
}
