"use strict";
// Draws the charts that the page's data describe, and lets readers sort tables.
(function () {
  const colours = {
    blue: "#0072b2", orange: "#e69f00", green: "#009e73", vermillion: "#d55e00",
    purple: "#aa4499", sky: "#56b4e9", black: "#1b1f24", grey: "#8c959f",
  };
  const faded = (colour, part) => colours[colour] + Math.round(255 * part).toString(16).padStart(2, "0");
  const isNarrow = window.innerWidth < 600;
  // Names may be long, and may be written from right to left: each keeps to itself.
  const alone = (text) => "\u2068" + text + "\u2069";
  const segmenter = window.Intl && Intl.Segmenter ? new Intl.Segmenter() : null;
  const letters = (text) => (segmenter ? Array.from(segmenter.segment(text), (one) => one.segment) : Array.from(text));
  const short = (text, most) => {
    const all = letters(text);
    return alone(all.length > most ? all.slice(0, most - 1).join("") + "…" : text);
  };
  // Chinese letters and pictures take the room of two.
  const isWide = (letter) => { const code = letter.codePointAt(0); return (code >= 0x2e80 && code < 0xfb00) || (code >= 0xff00 && code < 0xff61) || code > 0x1f000; };
  const room = (text) => letters(text).reduce((sum, letter) => sum + (isWide(letter) ? 2 : 1), 0);
  // A name in lines that are `width` letters wide, at most `most` of them.
  function lines(text, width, most) {
    const result = [""];
    const add = (part) => (result[result.length - 1] += part);
    const last = () => result[result.length - 1];
    for (const word of text.match(/[\u2e80-\ufaff\uff00-\uff60]|[^\s_.\u2e80-\ufaff\uff00-\uff60]+[_.]*|[_.]+|\s+/g) || []) {
      if (room(last()) + room(word) <= width) add(word);
      else if (room(word) <= width) result.push(word.trim());
      else for (const letter of letters(word)) {
        if (room(last()) + room(letter) > width) result.push("");
        add(letter);
      }
    }
    const shown = result.map((line) => line.trim()).filter((line) => line !== "");
    if (shown.length > most) {
      shown.length = most;
      const kept = letters(shown[most - 1]);
      while (room(kept.join("")) > width - 1) kept.pop();
      shown[most - 1] = kept.join("") + "…";
    }
    return shown.map(alone);
  }
  const written = (axis, value) =>
    axis.sign === undefined
      ? String(value)
      : value.toLocaleString("en-US", { maximumFractionDigits: axis.decimals }) + axis.sign;

  // As many decimals as tell ticks of a step apart.
  const stepDecimals = (step) => {
    let decimals = 0;
    while (decimals < 6 && Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) > 1e-6 * Math.abs(step * 10 ** decimals)) decimals += 1;
    return decimals;
  };

  // The plugin that draws straight lines at values.
  const straightLines = {
    id: "straightLines",
    afterDatasetsDraw(chart, _, options) {
      const { ctx, chartArea: area, scales } = chart;
      for (const line of options.lines || []) {
        const place = scales[line.axis].getPixelForValue(line.value);
        ctx.save();
        ctx.strokeStyle = colours.black;
        ctx.setLineDash([5, 4]);
        ctx.beginPath();
        if (line.axis === "x") { ctx.moveTo(place, area.top); ctx.lineTo(place, area.bottom); }
        else { ctx.moveTo(area.left, place); ctx.lineTo(area.right, place); }
        ctx.stroke();
        if (line.name) {
          const name = short(line.name, 40);
          ctx.fillStyle = colours.black;
          ctx.font = "12px " + Chart.defaults.font.family;
          ctx.textBaseline = "bottom";
          if (line.axis === "x") {
            const half = ctx.measureText(name).width / 2;
            ctx.textAlign = "center";
            ctx.fillText(name, Math.min(Math.max(place, half), chart.width - half), area.top - 4);
          } else {
            ctx.textAlign = "right";
            ctx.fillText(name, area.right - 4, place - 3);
          }
        }
        ctx.restore();
      }
    },
  };

  // The plugin that holds a value over the whole of its category.
  const steps = {
    id: "steps",
    afterDatasetsDraw(chart) {
      chart.data.datasets.forEach((set, index) => {
        if (!set.isStep || !chart.isDatasetVisible(index)) return;
        const { ctx, chartArea: area, scales } = chart;
        const half = (area.right - area.left) / set.data.length / 2;
        ctx.save();
        ctx.strokeStyle = colours[set.colour];
        ctx.lineWidth = 2;
        ctx.beginPath();
        set.data.forEach((value, row) => {
          if (value === null) return;
          const [x, y] = [scales.x.getPixelForValue(row), scales.y.getPixelForValue(value)];
          if (row > 0 && set.data[row - 1] !== null) ctx.lineTo(x - half, y);
          else ctx.moveTo(x - half, y);
          ctx.lineTo(x + half, y);
        });
        ctx.stroke();
        ctx.restore();
      });
    },
  };

  function datasets(chart) {
    const sets = [];
    for (const one of chart.series) {
      const base = { label: one.name, colour: one.colour, legendStyle: "rect", borderColor: colours[one.colour], backgroundColor: faded(one.colour, 0.75), hiddenName: one.isHidden };
      const pairs = () => one.lows.map((low, row) => (low === undefined || low === null ? null : [low, one.highs[row]]));
      switch (one.shape) {
        case "line":
          sets.push({ ...base, legendStyle: "line", type: "line", data: one.values, borderWidth: 2, pointRadius: 0, pointHitRadius: 8, borderDash: one.isDashed ? [6, 4] : [], order: 1 });
          break;
        case "marks":
          sets.push({ ...base, legendStyle: one.isDashed ? "rectRot" : "circle", type: "line", showLine: false, data: one.values, pointRadius: 5, pointHoverRadius: 6, pointStyle: one.isDashed ? "rectRot" : "circle", borderColor: "#fff", borderWidth: 1, backgroundColor: colours[one.colour], order: one.isDashed ? 2 : 1 });
          break;
        case "steps":
          sets.push({ ...base, legendStyle: "line", type: "line", showLine: false, data: one.values, pointRadius: 0, pointHitRadius: 8, order: 2, isStep: true });
          break;
        case "bar":
          sets.push({ ...base, type: "bar", data: one.values, order: 3, borderWidth: 1 });
          break;
        case "band": {
          const area = { type: "line", borderWidth: 0, pointRadius: 0, order: 5 };
          sets.push({ ...base, ...area, data: one.lows, hiddenName: true, fill: false, isEdge: true });
          sets.push({ ...base, ...area, data: one.highs, backgroundColor: faded(one.colour, one.isDashed ? 0.18 : 0.32), fill: "-1", lows: one.lows });
          break;
        }
        case "interval":
          sets.push({ ...base, type: "bar", data: pairs(), barThickness: one.values ? 6 : undefined, categoryPercentage: 0.6, maxBarThickness: 16, borderSkipped: false, order: 4, grouped: false, borderWidth: 0, backgroundColor: faded(one.colour, one.values ? 0.55 : 0.8) });
          if (one.values) {
            sets.push({ ...base, type: "line", showLine: false, data: one.values, pointRadius: 5, pointStyle: one.isDashed ? "rect" : "circle", backgroundColor: colours[one.colour], hiddenName: true, order: 1 });
          }
          break;
        case "points":
          sets.push({ ...base, legendStyle: one.isDashed ? "rectRot" : "circle", type: "scatter", data: one.points, names: one.names, pointRadius: 6, pointStyle: one.isDashed ? "rectRot" : "circle", borderWidth: 1.5, borderColor: colours.black, backgroundColor: colours[one.colour], order: 1 });
          break;
        case "path":
          sets.push({ ...base, type: "scatter", showLine: true, data: one.points, pointRadius: 0, pointHitRadius: 0, borderWidth: 2, borderDash: one.isDashed ? [6, 4] : [], order: 3, isCloud: true });
          break;
        case "cloud":
          sets.push({ ...base, legendStyle: "circle", type: "scatter", data: one.points, pointRadius: one.points.length > 400 ? 2 : 2.5, borderWidth: 0, backgroundColor: faded(one.colour, one.points.length > 400 ? 0.35 : 0.5), order: 6, isCloud: true });
          break;
      }
    }
    return sets;
  }

  function axis(chart, name, isCategory) {
    const told = chart[name];
    const scale = {
      title: { display: told.title !== "", text: short(told.title, isNarrow ? 36 : 80) },
      grid: { color: "#e6e9ec" },
      ticks: { maxRotation: 0, autoSkip: true, autoSkipPadding: isNarrow ? 8 : 14 },
    };
    if (chart.isStacked) scale.stacked = true;
    if (isCategory) {
      scale.type = "category";
      scale.ticks.callback = function (value) { 
        const text = this.getLabelForValue(value);
        const width = this.chart.width;
        return name === "y" ? lines(text, width < 480 ? 15 : width < 760 ? 24 : 30, 2) : short(text, 14);
      };
      scale.ticks.autoSkip = name === "x";
    } else {
      scale.type = "linear";
      const values = chart.lines.filter((line) => line.axis === name).map((line) => line.value);
      if (values.length) [scale.suggestedMin, scale.suggestedMax] = [Math.min(...values), Math.max(...values)];
      scale.ticks.maxTicksLimit = name === "x" && isNarrow ? 6 : 9;
      scale.ticks.callback = (value, _, ticks) =>
        written({ ...told, decimals: ticks.length > 1 ? stepDecimals(ticks[1].value - ticks[0].value) : told.decimals }, value);
    }
    return scale;
  }

  function tooltip(chart, numbers) {
    return {
      filter: (item) => !item.dataset.isEdge && !item.dataset.isCloud,
      callbacks: {
        title: (items) => (items.length && chart.categories ? short(items[0].label, 60) : ""),
        label(item) {
          const set = item.dataset;
          const name = set.names ? short(set.names[item.dataIndex], 40) : short(set.label, 40);
          if (set.type === "scatter") return `${name}: ${written(chart.x, item.raw.x)}, ${written(chart.y, item.raw.y)}`;
          if (set.lows) return `${name}: ${written(numbers, set.lows[item.dataIndex])} … ${written(numbers, item.raw)}`;
          if (Array.isArray(item.raw)) return `${name}: ${written(numbers, item.raw[0])} … ${written(numbers, item.raw[1])}`;
          return `${name}: ${written(numbers, item.raw)}`;
        },
      },
    };
  }

  function draw(chart) {
    const canvas = document.getElementById("chart_" + chart.id);
    if (!canvas) return;
    const isPlane = !chart.categories;
    const numbers = chart.isHorizontal ? chart.x : chart.y;
    const sets = datasets(chart);
    const hasNames = chart.lines.some((line) => line.axis === "x" && line.name);
    new Chart(canvas, {
      type: isPlane ? "scatter" : "bar",
      data: { labels: chart.categories, datasets: sets },
      plugins: [straightLines, steps],
      options: {
        animation: false, responsive: true, maintainAspectRatio: false,
        devicePixelRatio: Math.max(2, window.devicePixelRatio || 1),
        layout: { padding: { top: hasNames ? 18 : 4, right: 6 } },
        indexAxis: chart.isHorizontal ? "y" : "x",
        interaction: isPlane ? { mode: "nearest", intersect: false } : { mode: "index", intersect: false, axis: chart.isHorizontal ? "y" : "x" },
        plugins: {
          straightLines: { lines: chart.lines },
          legend: {
            display: sets.filter((set) => !set.hiddenName).length > 1,
            position: "bottom",
            labels: {
              boxWidth: 16, boxHeight: 9, usePointStyle: true,
              filter: (item, data) => !data.datasets[item.datasetIndex].hiddenName,
              generateLabels: (chart) =>
                Chart.defaults.plugins.legend.labels.generateLabels(chart).map((item) => {
                  const set = chart.data.datasets[item.datasetIndex];
                  return { ...item, text: short(item.text, isNarrow ? 40 : 60), pointStyle: set.legendStyle, lineDash: set.borderDash || [], lineWidth: set.legendStyle === "line" ? 2 : 0, strokeStyle: colours[set.colour] };
                }),
            },
          },
          tooltip: tooltip(chart, numbers),
        },
        scales: {
          x: axis(chart, "x", !isPlane && !chart.isHorizontal),
          y: axis(chart, "y", !isPlane && chart.isHorizontal),
        },
      },
    });
    canvas.dataset.drawn = "yes";
  }

  // Sorting: by number where cells have one, else by text; a second click turns the order round.
  function makeSortable(table) {
    table.querySelectorAll("thead th").forEach((head, column) => {
      // No button element: browsers leave these out where print repeats a table's head.
      const button = document.createElement("span");
      button.setAttribute("role", "button");
      button.tabIndex = 0;
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        button.click();
      });
      button.addEventListener("click", () => {
        const isDown = head.getAttribute("aria-sort") === "descending";
        table.querySelectorAll("thead th").forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", isDown ? "ascending" : "descending");
        const body = table.tBodies[0];
        const key = (row) => {
          const cell = row.cells[column];
          return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
        };
        const sign = isDown ? 1 : -1;
        Array.from(body.rows)
          .map((row) => [key(row), row])
          .sort(([a], [b]) => {
            if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
            return sign * (typeof a === "number" ? a - b : a.localeCompare(b));
          })
          .forEach(([, row]) => body.appendChild(row));
      });
    });
  }

  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = window.innerWidth < 600 ? 11 : 13;
  Chart.defaults.color = colours.black;
  JSON.parse(document.getElementById("charts").textContent).forEach(draw);
  document.querySelectorAll("table[data-sortable]").forEach(makeSortable);

  // Paper is narrower than most screens, and finer; and nobody can open there what is folded.
  const paper = 680;
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = Array.from(document.querySelectorAll("details:not([open])"));
    folded.forEach((details) => { details.open = true; });
    Object.values(Chart.instances).forEach((chart) => {
      if (!chart.height) return;
      chart.options.devicePixelRatio = 3;
      chart.resize(paper, chart.canvas.parentNode.clientHeight);
    });
  });
  window.addEventListener("afterprint", () => {
    folded.forEach((details) => { details.open = false; });
    Object.values(Chart.instances).forEach((chart) => {
      chart.options.devicePixelRatio = Math.max(2, window.devicePixelRatio || 1);
      chart.resize();
    });
  });
})();
