// The npm packages that carry the binaries of runtimes for this platform. What people install is a package whose
// script picks one of them; scripts are not run here.

const { platform, arch } = process;

/** Such as `@oven/bun-darwin-aarch64`. */
export const bunPackage: string = `@oven/bun-${platform === 'win32' ? 'windows' : platform}-${arch === 'arm64' ? 'aarch64' : arch}`;

/** Such as `@deno/linux-x64-glibc`. */
export const denoPackage: string = `@deno/${platform}-${arch}${platform === 'linux' ? '-glibc' : ''}`;
