// The page in the browser: reads the embedded data and draws it.

import { render } from 'preact';
import type { ReportData } from '../data/report-data.ts';
import { createModel } from '../model/model.ts';
import { unpackData } from '../model/unpack-data.ts';
import { App } from './app.tsx';
import { applyTheme, savedTheme } from './frame/theme.ts';

const place = document.getElementById('report');
const packed = document.getElementById('data')?.textContent;
applyTheme(savedTheme());
if (place && packed) {
  const data = (await unpackData(packed)) as ReportData;
  place.replaceChildren();
  render(<App model={createModel(data)} />, place);
}
