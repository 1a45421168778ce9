// Saves a picture as pixels, for places that show no SVG.

import { downloadBlob } from './download.ts';

/** Pixels for a CSS pixel, so that a slide stays sharp. */
const density = 2;

/** @param svg with a width and a height; it is drawn without its links */
export async function downloadPng(name: string, svg: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const drawn = await drawBlob(image);
    if (drawn) downloadBlob(name, drawn);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function drawBlob(image: HTMLImageElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = image.width * density;
  canvas.height = image.height * density;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
