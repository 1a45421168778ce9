// The option `--platform`, of each command that has it.

import { Option } from 'commander';
import { platforms } from '../../model/platform.ts';

export function platformOption(): Option {
  return new Option(
    '--platform <platform>',
    'whose paths and names of files are followed; by default those of this machine',
  ).choices(platforms);
}
