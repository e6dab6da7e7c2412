/** What the renderings of a statement are called, for the words of every part that offers them. */
export const renderingNames = {
  zh: ['中文', 'Chinese'],
  en: ['英文', 'English'],
  large: ['中文大字', 'Chinese in large type'],
} as const;

export const renderings = ['zh', 'en', 'large'] as const;
export type Rendering = (typeof renderings)[number];
