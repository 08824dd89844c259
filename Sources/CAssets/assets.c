#include "CAssets.h"

static const unsigned char chart_js[] = {
#embed "/usr/share/javascript/chart.js/chart.min.js"
};
static const unsigned char block_mustache[] = {
#embed "page/block.mustache"
};
static const unsigned char charts_js[] = {
#embed "page/charts.js"
};
static const unsigned char page_css[] = {
#embed "page/page.css"
};
static const unsigned char page_mustache[] = {
#embed "page/page.mustache"
};
static const unsigned char table_mustache[] = {
#embed "page/table.mustache"
};
static const unsigned char labels_yaml[] = {
#embed "strings/labels.yaml"
};
static const unsigned char metrics_yaml[] = {
#embed "strings/metrics.yaml"
};

typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t length;
} asset;

#define ASSET(name, bytes) {name, bytes, sizeof bytes}
static const asset assets[] = {
    ASSET("block.mustache", block_mustache), ASSET("chart.min.js", chart_js),
    ASSET("charts.js", charts_js),           ASSET("labels.yaml", labels_yaml),
    ASSET("metrics.yaml", metrics_yaml),     ASSET("page.css", page_css),
    ASSET("page.mustache", page_mustache),   ASSET("table.mustache", table_mustache),
};

size_t cassets_count(void) { return sizeof assets / sizeof assets[0]; }

const char *cassets_name(size_t position) { return assets[position].name; }

const unsigned char *cassets_bytes(size_t position, size_t *length) {
  *length = assets[position].length;
  return assets[position].bytes;
}
