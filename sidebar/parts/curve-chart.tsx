import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import Plot from 'uplot';
import 'uplot/dist/uPlot.min.css';

export interface Line {
  readonly label: string;
  readonly values: readonly number[];
  /** Drawn against the right scale, as percentages. */
  readonly percent?: boolean;
}

const HEIGHT = 170;

/** Lines over a common axis, with a mark where a person stands. What the eye sees is said in words too. */
export function CurveChart({ title, text, x, lines, marker }: { readonly title: string; readonly text: string; readonly x: readonly number[]; readonly lines: readonly Line[]; readonly marker?: number | undefined }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const key = JSON.stringify([x, lines, marker]);
  useEffect(() => {
    const target = box.current;
    if (!target || x.length === 0) return undefined;
    const style = getComputedStyle(target);
    const [ink, grid] = [style.getPropertyValue('--ink').trim(), style.getPropertyValue('--line').trim()];
    const colours = [style.getPropertyValue('--accent').trim(), style.getPropertyValue('--second').trim()];
    const axis = { stroke: ink, grid: { stroke: grid, width: 1 }, ticks: { stroke: grid, width: 1 } };
    const plot = new Plot(
      {
        width: target.clientWidth,
        height: HEIGHT,
        cursor: { show: false },
        legend: { show: false },
        scales: { x: { time: false } },
        axes: [{ ...axis, values: (_, splits) => splits.map(short) }, { ...axis, size: 48, values: (_, splits) => splits.map(short) }, ...(lines.some(({ percent }) => percent) ? [{ ...axis, scale: '%', side: 1 as const, size: 54, grid: { show: false }, values: (_: unknown, splits: number[]) => splits.map((share) => `${Math.round(share * 1000) / 10}%`) }] : [])],
        series: [{}, ...lines.map(({ label, percent }, index) => ({ label, stroke: colours[index] ?? ink, width: 2, points: { show: false }, ...(percent === true ? { scale: '%', dash: [5, 4] } : {}) }))],
        hooks: { draw: marker === undefined ? [] : [(drawn) => drawMarker(drawn, marker, ink)] },
      },
      [[...x], ...lines.map(({ values }) => [...values])],
      target,
    );
    return () => plot.destroy();
  }, [key]);
  return (
    <figure>
      <div ref={box} class="plot" role="img" aria-label={`${title}. ${text}`} />
      <figcaption>
        <strong>{title}</strong> {text}
      </figcaption>
    </figure>
  );
}

function drawMarker(plot: Plot, at: number, colour: string): void {
  const { ctx, bbox } = plot;
  const left = plot.valToPos(at, 'x', true);
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.setLineDash([2, 3]);
  ctx.beginPath();
  ctx.moveTo(left, bbox.top);
  ctx.lineTo(left, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}

/** 1,200,000 as 1.2M. */
function short(figure: number): string {
  if (Math.abs(figure) >= 1e6) return `${Math.round(figure / 1e4) / 100}M`;
  return Math.abs(figure) >= 1e4 ? `${Math.round(figure / 100) / 10}k` : String(Math.round(figure * 100) / 100);
}
