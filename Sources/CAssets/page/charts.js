"use strict";
// Draws the charts that the page's data describe, and lets readers sort tables.
(function () {
  const colours = {
    blue: "#0072b2", orange: "#e69f00", green: "#009e73", vermillion: "#d55e00",
    purple: "#aa4499", sky: "#56b4e9", black: "#1b1f24", grey: "#8c959f",
  };
  const faded = (colour, part) => colours[colour] + Math.round(255 * part).toString(16).padStart(2, "0");
  // Names may be long, and may be written from right to left: each keeps to itself.
  const short = (text, most) => {
    const letters = Array.from(text);
    return "\u2068" + (letters.length > most ? letters.slice(0, most - 1).join("") + "…" : text) + "\u2069";
  };
  const written = (axis, value) =>
    axis.sign === undefined
      ? String(value)
      : value.toLocaleString("en-US", { maximumFractionDigits: axis.decimals }) + axis.sign;

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
          ctx.fillStyle = colours.black;
          ctx.font = "12px " + Chart.defaults.font.family;
          ctx.textBaseline = "bottom";
          if (line.axis === "x") {
            const room = area.right - place - 6;
            ctx.textAlign = ctx.measureText(line.name).width > room ? "right" : "left";
            ctx.fillText(line.name, place + (ctx.textAlign === "left" ? 5 : -5), area.top + 14);
          } else {
            ctx.textAlign = "right";
            ctx.fillText(line.name, area.right - 4, place - 3);
          }
        }
        ctx.restore();
      }
    },
  };

  function datasets(chart) {
    const sets = [];
    for (const one of chart.series) {
      const base = { label: one.name, borderColor: colours[one.colour], backgroundColor: faded(one.colour, 0.75), hiddenName: one.isHidden };
      const pairs = () => one.lows.map((low, row) => (low === undefined || low === null ? null : [low, one.highs[row]]));
      switch (one.shape) {
        case "line":
          sets.push({ ...base, type: "line", data: one.values, borderWidth: 2, pointRadius: 0, pointHitRadius: 8, borderDash: one.isDashed ? [6, 4] : [], order: 1 });
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
          sets.push({ ...base, type: "bar", data: pairs(), barThickness: one.values ? 6 : chart.isHorizontal ? 16 : "flex", maxBarThickness: 18, borderSkipped: false, order: 4, grouped: false, borderWidth: 0, backgroundColor: faded(one.colour, one.values ? 0.55 : 0.8) });
          if (one.values) {
            sets.push({ ...base, type: "line", showLine: false, data: one.values, pointRadius: 5, pointStyle: one.isDashed ? "rect" : "circle", backgroundColor: colours[one.colour], hiddenName: true, order: 1 });
          }
          break;
        case "points":
          sets.push({ ...base, type: "scatter", data: one.points, names: one.names, pointRadius: 6, pointStyle: one.isDashed ? "rectRot" : "circle", borderWidth: 1.5, borderColor: colours.black, backgroundColor: colours[one.colour], order: 1 });
          break;
        case "path":
          sets.push({ ...base, type: "scatter", showLine: true, data: one.points, pointRadius: 0, pointHitRadius: 0, borderWidth: 2, borderDash: one.isDashed ? [6, 4] : [], order: 3, isCloud: true });
          break;
        case "cloud":
          sets.push({ ...base, type: "scatter", data: one.points, pointRadius: one.points.length > 400 ? 2 : 2.5, borderWidth: 0, backgroundColor: faded(one.colour, one.points.length > 400 ? 0.35 : 0.5), order: 6, isCloud: true });
          break;
      }
    }
    return sets;
  }

  function axis(chart, name, isCategory) {
    const told = chart[name];
    const room = name === "y" ? 24 : 14;
    const scale = {
      title: { display: told.title !== "", text: told.title },
      grid: { color: "#e6e9ec" },
      ticks: { maxRotation: 60, autoSkip: true },
    };
    if (chart.isStacked) scale.stacked = true;
    if (isCategory) {
      scale.type = "category";
      scale.ticks.callback = function (value) { return short(this.getLabelForValue(value), room); };
      scale.ticks.autoSkip = name === "x";
    } else {
      scale.type = "linear";
      scale.ticks.callback = (value) => written(told, value);
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
    const isNarrow = window.innerWidth < 600;
    new Chart(canvas, {
      type: isPlane ? "scatter" : "bar",
      data: { labels: chart.categories, datasets: sets },
      plugins: [straightLines],
      options: {
        animation: false, responsive: true, maintainAspectRatio: false,
        indexAxis: chart.isHorizontal ? "y" : "x",
        interaction: isPlane ? { mode: "nearest", intersect: false } : { mode: "index", intersect: false, axis: chart.isHorizontal ? "y" : "x" },
        plugins: {
          straightLines: { lines: chart.lines },
          legend: {
            display: sets.filter((set) => !set.hiddenName).length > 1,
            position: "bottom",
            labels: {
              boxWidth: 14, usePointStyle: false,
              filter: (item, data) => !data.datasets[item.datasetIndex].hiddenName,
              generateLabels: (chart) =>
                Chart.defaults.plugins.legend.labels.generateLabels(chart).map((item) => ({ ...item, text: short(item.text, isNarrow ? 24 : 48) })),
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

  const resize = () => Object.values(Chart.instances).forEach((chart) => chart.resize());
  window.addEventListener("beforeprint", resize);
  window.addEventListener("afterprint", resize);
})();
