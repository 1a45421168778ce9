export const libraries: Readonly<Record<'index' | 'test', string>>;
export const reference: string;
