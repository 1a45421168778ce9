// The npm packages that contain the binaries of runtimes for this platform. Users install another package, whose install
// script chooses one of them; modspec does not run install scripts.

const { platform, arch } = process;

/** Such as `@oven/bun-darwin-aarch64`. */
export const bunPackage: string = `@oven/bun-${platform === 'win32' ? 'windows' : platform}-${arch === 'arm64' ? 'aarch64' : arch}`;

/** Such as `@deno/linux-x64-glibc`. */
export const denoPackage: string = `@deno/${platform}-${arch}${platform === 'linux' ? '-glibc' : ''}`;

/** Such as `esbuild-linux-64`, for esbuild below 0.13. */
export const formerEsbuildPackage: string = `esbuild-${platform === 'win32' ? 'windows' : platform}-${arch === 'x64' ? '64' : arch}`;
