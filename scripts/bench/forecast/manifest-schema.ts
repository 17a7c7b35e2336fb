import * as z from 'zod';

const text = z.string().min(1);

/** `manifest.json` beside series: which file, which columns, which calendar, how many windows. */
export const manifestSchema = z.object({
  daily: z
    .array(
      z.object({
        name: text,
        file: text,
        column: text.optional(),
        timeColumn: text.optional(),
        /** What hours are made into days by. */
        daily: z.enum(['sum', 'max']),
        /** kr, none, or a CSV file. */
        calendar: text,
        windows: z.number().int().positive(),
        holidayDriven: z.boolean(),
        /** Events of the calendar that are judged by themselves. */
        festivals: z.array(text).default([]),
      }),
    )
    .default([]),
  hourly: z
    .array(
      z.object({
        name: text,
        file: text,
        calendar: text.default('none'),
        /** Column that marks holidays with 1, instead of a calendar. */
        holidayColumn: text.optional(),
        windows: z.number().int().positive(),
        /** Hours between origins. */
        spacing: z.number().int().positive(),
      }),
    )
    .default([]),
  /** Series with their test values, as in the M4 competition. */
  m4: text.optional(),
  /** Hours with their mean, variance and maximum a second. */
  burst: text.optional(),
});
