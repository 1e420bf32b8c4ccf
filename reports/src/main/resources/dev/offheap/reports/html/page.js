'use strict';
// Sorting, filtering, copying, and links to a place on the page. Without this script the page says the same.
// The address keeps what was chosen: #place?owners=-3~text sorts the table "owners" downwards by its third column.
(() => {
  const tables = new Map();
  let restoring = false;

  const place = () => location.hash.slice(1).split('?')[0];

  function remember() {
    if (restoring) return;
    const kept = new URLSearchParams();
    for (const [name, table] of tables) {
      const sort = table.column ? (table.down ? '-' : '') + table.column : '';
      if (sort || table.text) kept.set(name, sort + (table.text ? '~' + table.text : ''));
    }
    const query = kept.toString();
    const hash = place() + (query ? '?' + query : '');
    history.replaceState(null, '', hash ? '#' + hash : location.pathname + location.search);
  }

  function restore() {
    restoring = true;
    const kept = new URLSearchParams(location.hash.split('?').slice(1).join('?'));
    for (const [name, table] of tables) {
      const value = kept.get(name);
      if (value === null) continue;
      const [sort, ...text] = value.split('~');
      const column = Math.abs(parseInt(sort, 10)) || 0;
      if (column <= table.heads.length) table.sort(column, sort.startsWith('-'));
      table.filter(text.join('~'));
    }
    restoring = false;
  }

  function show() {
    let id = place();
    try { id = decodeURIComponent(id); } catch { /* taken as it is */ }
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let e = target; e; e = e.parentElement) if (e.tagName === 'DETAILS') e.open = true;
    if (location.hash.includes('?')) target.scrollIntoView();
  }

  // What a cell counts for: the highest of its figures, else a number, else its text.
  function weight(cell) {
    if (!cell) return '';
    const figures = [...cell.querySelectorAll('data')].map((d) => Number(d.value));
    if (figures.length) return Math.max(...figures);
    const text = cell.textContent.trim();
    const number = Number(text.replace(/[,%<>\s]/g, ''));
    return text !== '' && !Number.isNaN(number) ? number : text;
  }

  function compare(a, b) {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    if (typeof a === typeof b) return a < b ? -1 : a > b ? 1 : 0;
    return typeof a === 'number' ? 1 : -1;
  }

  function equip(element) {
    const body = element.tBodies[0];
    const rows = [...body.rows];
    const tree = element.classList.contains('tree');
    const table = { heads: tree ? [] : [...element.tHead.rows[0].cells], column: 0, down: false, text: '' };
    const counter = document.createElement('span');
    const input = document.createElement('input');
    counter.setAttribute('role', 'status');

    table.sort = (column, down) => {
      table.column = column;
      table.down = down;
      table.heads.forEach((head, i) => {
        if (i + 1 === column) head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        else head.removeAttribute('aria-sort');
      });
      const order = rows.map((row, i) => [column ? weight(row.cells[column - 1]) : 0, i, row]);
      order.sort((a, b) => (down ? -1 : 1) * compare(a[0], b[0]) || a[1] - b[1]);
      body.append(...order.map((entry) => entry[2]));
      remember();
    };
    table.filter = (text) => {
      table.text = text;
      input.value = text;
      const wanted = text.toLowerCase();
      let shown = 0;
      for (const row of rows) {
        row.hidden = !row.textContent.toLowerCase().includes(wanted);
        if (!row.hidden) shown++;
      }
      counter.textContent = text ? shown + ' of ' + rows.length : '';
      remember();
    };

    table.heads.forEach((head, i) => {
      if (!head.textContent.trim()) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      const number = head.classList.contains('n');
      button.addEventListener('click', () =>
        table.sort(i + 1, table.column === i + 1 ? !table.down : number));
    });
    if (rows.length > 8) {
      const tools = document.createElement('div');
      const label = document.createElement('label');
      tools.className = 'tools';
      input.type = 'search';
      input.name = element.dataset.keep;
      input.addEventListener('input', () => table.filter(input.value));
      label.append('Filter ', input);
      tools.append(label, counter);
      element.parentElement.before(tools);
    }
    tables.set(element.dataset.keep, table);
  }

  function copyButton(pre) {
    const code = pre.firstElementChild;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(code.textContent);
      } catch {
        getSelection().selectAllChildren(code);
        document.execCommand('copy');
      }
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 2000);
    });
    pre.prepend(button);
  }

  document.querySelectorAll('table[data-keep]').forEach(equip);
  document.querySelectorAll('pre').forEach(copyButton);
  restore();
  show();
  addEventListener('hashchange', () => {
    if (location.hash.includes('?')) restore();
    show();
    remember();
  });

  let folded = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll('details:not([open])')];
    folded.forEach((details) => { details.open = true; });
  });
  addEventListener('afterprint', () => folded.forEach((details) => { details.open = false; }));
})();
