-- What a writer does in Neovim with the server: waits for findings, types, fixes, ignores, formats and renames. Writes what is
-- seen to a file. Runs in Neovim 0.7 as well, whose names for some functions differ.
local node, bin, note, out = unpack(vim.split(vim.env.COPYDESK_SESSION, '\n'))
local seen = {}

vim.cmd('edit ' .. note)
local id = vim.lsp.start_client({ name = 'copydesk', cmd = { node, bin, 'lsp', '--stdio' }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, id)

local function rules()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, string.format('%d:%d %s', one.lnum + 1, one.col + 1, one.code or one.user_data.lsp.code))
  end
  table.sort(found)
  return found
end

local function has(rule)
  return string.find(table.concat(rules(), '\n'), rule, 1, true) ~= nil
end

local function wait(what, test)
  if not vim.wait(60000, test, 20) then
    table.insert(seen, 'waited in vain: ' .. what)
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local function actions(line)
  local position = { line = line - 1, character = 4 }
  local answer = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', {
    textDocument = vim.lsp.util.make_text_document_params(),
    range = { start = position, ['end'] = position },
    context = { diagnostics = {}, only = { 'quickfix' } },
  }, 60000)
  return answer[id].result
end

wait('findings', function() return has('repeated-word') end)
seen.opened = rules()

-- The second word of the first line goes, as a writer would delete it. Columns are bytes.
local line = vim.fn.search('The the')
vim.api.nvim_buf_set_text(0, line - 1, 9, line - 1, 13, { '' })
wait('the finding to go', function() return not has('repeated-word') end)
seen.typed = rules()

vim.cmd('undo')
wait('the finding to come back', function() return has('repeated-word') end)
local offered = actions(line)
seen.offered = vim.tbl_map(function(action) return action.title end, offered)
vim.lsp.util.apply_workspace_edit(offered[1].edit, 'utf-16')
wait('the fix', function() return not has('repeated-word') end)
seen.fixed = vim.fn.getline(line)

local formatting = vim.lsp.buf_request_sync(0, 'textDocument/formatting', {
  textDocument = vim.lsp.util.make_text_document_params(),
  options = { tabSize = 2, insertSpaces = true },
}, 60000)
vim.lsp.util.apply_text_edits(formatting[id].result, vim.api.nvim_get_current_buf(), 'utf-16')
seen.formatted = text()

-- A slug in the front matter, and a name of a file. The note with the links is not open.
vim.cmd('set hidden')
local function rename(file, pattern, name, done)
  vim.cmd('edit ' .. file)
  vim.lsp.buf_attach_client(0, id)
  vim.fn.search(pattern, 'cw')
  vim.lsp.buf.rename(name)
  wait('the rename of ' .. file, done)
  vim.cmd('wall')
end
rename('berths.md', 'old-berths', 'new-berths', function() return vim.fn.search('slug: new-berths', 'nw') > 0 end)
rename('cranes.md', '^---', 'new-cranes', function() return vim.fn.filereadable('new-cranes.md') == 1 end)

vim.fn.writefile({ vim.fn.json_encode(seen) }, out)
vim.lsp.stop_client(id)
vim.wait(5000, function() return vim.lsp.client_is_stopped(id) end, 20)
vim.cmd('qall!')
