import { koreanCalendar } from '../../../../models/demand/calendar/korean-calendar.ts';
import { forecastDocument } from '../../../../models/demand/document/forecast-document.ts';
import { forecastSeries } from '../../../../models/demand/forecast/forecast-series.ts';
import { normal, randomFrom } from '../../../../models/workload/users/random.ts';

const DAYS = 1095;
const FIRST_DAY = 19_000;
const random = randomFrom(1);
const values = Float64Array.from(
  { length: DAYS },
  (_, i) => 1000 * (i % 7 > 4 ? 0.7 : 1) * Math.exp(0.2 * Math.sin(i / 58) + 0.05 * normal(random)),
);
const series = { step: 'day', first: FIRST_DAY, values } as const;
const options = { calendar: koreanCalendar(), seed: 1, futures: 2000, breaks: [], decompose: null };
const begun = performance.now();
const before = process.cpuUsage();
if (process.argv[2] === 'alone') forecastSeries(series, { ...options, horizon: 28 });
else
  forecastDocument(series, {
    ...options,
    name: 'demand',
    unit: 'demand',
    horizon: { count: 28, step: 'day' },
    daily: 'sum',
    burst: { varianceToMean: 1.5, kind: 'assumed' },
    backtestOrigins: 5,
  });
const { user, system } = process.cpuUsage(before);
/** One line: seconds of the work, seconds of CPU of all threads, and the most memory of the process in MiB. */
process.stdout.write(`${(performance.now() - begun) / 1000} ${(user + system) / 1e6} ${process.resourceUsage().maxRSS / 1024}\n`);
