import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

register([BarChart, CanvasRenderer, GridComponent, LegendComponent, TooltipComponent]);

export interface Bars {
  readonly values: readonly string[];
  readonly series: readonly { readonly name: string; readonly counts: readonly (number | null)[] }[];
}

const colours = ['#7f8c86', '#0b6b57'];

/** Bars lying, so that long names are readable. The tooltip is drawn, not written as HTML: the content policy refuses style attributes. */
export function drawBars(box: HTMLElement, { values, series }: Bars): EChartsType {
  const chart = init(box, undefined, { renderer: 'canvas' });
  chart.setOption({
    animation: false,
    color: colours,
    legend: { top: 0 },
    grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis', renderMode: 'richText' },
    xAxis: { type: 'value', minInterval: 1 },
    yAxis: { type: 'category', inverse: true, data: [...values], axisLabel: { width: 140, overflow: 'truncate' } },
    series: series.map(({ name, counts }) => ({ type: 'bar', name, data: [...counts], label: { show: true, position: 'right' } })),
  });
  return chart;
}
