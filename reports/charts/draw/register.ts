import { Chart, Filler, LinearScale, LineController, LineElement, LogarithmicScale, PointElement, Tooltip } from 'chart.js';
import { MatrixController, MatrixElement } from 'chartjs-chart-matrix';
import annotation from 'chartjs-plugin-annotation';

/** chart.js with exactly the parts the figures use; one copy, because plugins bind to the copy they import. */
export function registeredChart(): typeof Chart {
  Chart.register(
    LineController,
    LineElement,
    PointElement,
    LinearScale,
    LogarithmicScale,
    Filler,
    Tooltip,
    MatrixController,
    MatrixElement,
    annotation,
  );
  return Chart;
}
