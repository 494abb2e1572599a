// The jobs by SheetJS and by exceljs:  node node_jobs.js JOB ARGUMENTS…    Prints the same tally as the C++ contestants.
const fs = require('fs');
const path = require('path');

const HEADER = ['A1', 'C3', 'E5', 'F5', 'G5', 'E6', 'F6', 'G6', 'E7', 'F7', 'G7', 'I5'];
const INDICATOR = ['C', 'D', 'F', 'G', 'H', 'I', 'J'];
const FIRST = 12;
let cells = 0, text = 0, numbers = 0, folded = 0n;

function take(value) {
  if (value === undefined || value === null || value === '') return;
  cells++;
  if (typeof value === 'string') {
    text += Buffer.byteLength(value);
  } else {
    numbers += Math.floor(value * 10000 + 0.5);
    if (numbers > 2 ** 50) { folded += BigInt(numbers); numbers = 0; }  // beyond that a double counts no more
  }
}

// exceljs: a formula's result, rich text's text, a date's serial number.
function plain(value) {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return Math.round(value.getTime() / 86400000) + 25569;
  if (value.richText) return value.richText.map((run) => run.text).join('');
  return value.result;
}

function takeForm(at) {
  HEADER.forEach((place) => take(at(place)));
  for (let row = FIRST; at(`A${row}`) !== '总分'; row++) INDICATOR.forEach((column) => take(at(column + row)));
}

// What fill_values.cpp writes.
function fill(put, file) {
  put('A1', '2021年度部门整体支出绩效自评表');
  put('C3', `示例市第${file}预算单位`);
  for (let row = 4; row < 8; row++) {
    for (let column = 4; column < 7; column++) put('ABCDEFG'[column] + (row + 1), (file * 7919 + (row * 7 + column) * 104729) % 10000000 / 100);
  }
  put('I5', 1);
  put('K5', 10);
  put('B10', `目标1：保障机构正常运转；目标2：完成${file}项重点任务。`);
  put('G10', `全年完成${file}项重点任务，各项支出严格执行预算。`);
  for (let n = 0; n < 10; n++) {
    put(`D${FIRST + n}`, `指标${n}完成数量`);
    put(`F${FIRST + n}`, `≥${file % 90 + n}项`);
    put(`G${FIRST + n}`, `${file % 90 + n}项`);
    put(`I${FIRST + n}`, (file + n) % 20 + 1);
  }
  put('I22', 80 + file % 20);
  put('J22', file % 20 >= 10 ? '等级：优' : '等级：良');
}

const files = (folder) => fs.readdirSync(folder).sort().map((name) => path.join(folder, name));

const jobs = {
  sheetjs_read(folder) {
    const XLSX = require('xlsx');
    for (const file of files(folder)) {
      const book = XLSX.read(fs.readFileSync(file));
      const sheet = book.Sheets[book.SheetNames[0]];
      takeForm((place) => sheet[place] && sheet[place].v);
    }
  },
  sheetjs_big(file) {
    const XLSX = require('xlsx');
    const book = XLSX.read(fs.readFileSync(file), { dense: true });
    for (const row of book.Sheets[book.SheetNames[0]]) for (const cell of row || []) if (cell) take(cell.v);
  },
  async exceljs_read(folder) {
    const ExcelJS = require('exceljs');
    for (const file of files(folder)) {
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(file);
      const sheet = book.worksheets[0];
      takeForm((place) => {
        const cell = sheet.getCell(place);
        return cell.isMerged && cell.master !== cell ? undefined : plain(cell.value);  // it repeats a merge's text in all its cells
      });
    }
  },
  async exceljs_big(file) {
    const ExcelJS = require('exceljs');
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(file, { sharedStrings: 'cache', styles: 'cache', worksheets: 'emit', hyperlinks: 'ignore' });
    for await (const sheet of reader) for await (const row of sheet) row.eachCell((cell) => take(plain(cell.value)));
  },
  async exceljs_fill(template, count, out) {
    const ExcelJS = require('exceljs');
    const blank = fs.readFileSync(template);
    let filled;
    for (let file = 1; file <= Number(count); file++) {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(blank);
      fill((place, value) => { book.worksheets[0].getCell(place).value = value; }, file);
      filled = await book.xlsx.writeBuffer();
    }
    fs.writeFileSync(out, Buffer.from(filled));
  },
};

Promise.resolve(jobs[process.argv[2]](...process.argv.slice(3))).then(() => {
  process.stdout.write(`{"cells": ${cells}, "numbers": ${folded + BigInt(numbers)}, "text": ${text}}\n`);
});
