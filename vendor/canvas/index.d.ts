export { createCanvas, Image, type Canvas } from '@napi-rs/canvas';
export function registerFont(path: string, font: { family: string; weight?: string; style?: string }): void;
export type CanvasType = 'pdf' | 'svg';
export type PngConfig = Record<string, unknown>;
export type JpegConfig = Record<string, unknown>;
