// The chapter of a page.

/** The name of the folder of a page, without its number: `folders` of `spec/04-folders/1-folder-main.md`. */
export function chapterOf(file: string): string {
  const folder = file.split('/').at(-2) ?? '';
  return folder.replace(/^\d+-/, '');
}
