/** What a colour means; one meaning across the whole report. */
export type Ink =
  | 'ink'
  | 'muted'
  | 'login'
  | 'register-card'
  | 'qr-payment'
  | 'waiting-room'
  | 'budget'
  | 'budget-text'
  | 'breach'
  | 'phase'
  | 'band'
  | 'waiting-fill'
  | 'gap'
  | 'user'
  | 'client environment'
  | 'system'
  | 'third party';

export interface Theme {
  readonly paper: string;
  readonly grid: string;
  readonly inks: Readonly<Record<Ink, string>>;
  /** Nine steps from few to many; lightness falls (rises in the dark) evenly, so grey scale keeps the order. */
  readonly heat: readonly string[];
}

/** Okabe–Ito, which colour-blind readers can tell apart; text and lines at least 3:1 on the paper. */
const palette = { blue: '#0072B2', vermilion: '#D55E00', green: '#009E73', orange: '#E69F00', sky: '#56B4E9', yellow: '#F0E442' };

export const LIGHT: Theme = {
  paper: '#FFFFFF',
  grid: '#E5E7EB',
  inks: {
    ink: '#111827',
    muted: '#4B5563',
    login: palette.blue,
    'register-card': '#C47F00',
    'qr-payment': palette.green,
    'waiting-room': '#6B7280',
    budget: palette.vermilion,
    'budget-text': '#A64800',
    breach: 'rgba(213, 94, 0, 0.13)',
    phase: 'rgba(107, 114, 128, 0.09)',
    band: '#CBD5E1',
    'waiting-fill': 'rgba(107, 114, 128, 0.28)',
    gap: 'rgba(213, 94, 0, 0.16)',
    user: palette.sky,
    'client environment': '#C7CDD6',
    system: '#1F2937',
    'third party': palette.yellow,
  },
  heat: ['#E3EEF9', '#C6DBEF', '#A0CAE2', '#73B3D8', '#4A97C9', '#2979B9', '#115CA5', '#0A4088', '#08264F'],
};

export const DARK: Theme = {
  paper: '#14171C',
  grid: '#2B313A',
  inks: {
    ink: '#E5E7EB',
    muted: '#A8B0BC',
    login: '#4BA3DB',
    'register-card': palette.orange,
    'qr-payment': '#2FBF95',
    'waiting-room': '#9CA3AF',
    budget: '#F08A3C',
    'budget-text': '#F5A468',
    breach: 'rgba(240, 138, 60, 0.2)',
    phase: 'rgba(156, 163, 175, 0.1)',
    band: '#475569',
    'waiting-fill': 'rgba(156, 163, 175, 0.3)',
    gap: 'rgba(240, 138, 60, 0.22)',
    user: palette.sky,
    'client environment': '#6B7480',
    system: '#D1D5DB',
    'third party': palette.yellow,
  },
  heat: ['#16283C', '#173A5C', '#16507F', '#1A68A3', '#2E82C0', '#549DD1', '#80B9E0', '#B1D5EE', '#E6F2FB'],
};
