import type { EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import type { Bars } from './bar-chart.ts';
import { useStatisticsWords } from './words.ts';

const rowHeight = 48;
const besideRows = 80;

/** A picture of what the table beside it says; the library comes when it is first drawn. */
export function Chart({ bars, fileName }: { readonly bars: Bars; readonly fileName: string }) {
  const say = useStatisticsWords();
  const box = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType>();
  useEffect(() => {
    let drawn: EChartsType | undefined;
    let gone = false;
    const fit = new ResizeObserver(() => drawn?.resize());
    void import('./bar-chart.ts').then(({ drawBars }) => {
      if (gone || !box.current) return;
      drawn = drawBars(box.current, bars);
      fit.observe(box.current);
      setChart(drawn);
    });
    return () => {
      gone = true;
      fit.disconnect();
      drawn?.dispose();
      setChart(undefined);
    };
  }, [bars]);
  const save = () => {
    if (chart)
      Object.assign(document.createElement('a'), {
        href: chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: '#fff' }),
        download: fileName,
      }).click();
  };
  return (
    <div>
      <div ref={box} role="img" aria-label={say('chart')} style={{ height: bars.values.length * rowHeight + besideRows }} />
      <button type="button" className="plain-button" disabled={!chart} onClick={save}>
        {say('savePicture')}
      </button>
    </div>
  );
}
