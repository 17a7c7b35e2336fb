declare module 'subset-font' {
  /** Cuts a font down to the glyphs of `text` (harfbuzz, WebAssembly). */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { readonly targetFormat: 'sfnt'; readonly keepFeatures: readonly string[] },
  ): Promise<Buffer>;
}
